"""Whatever is sent, the portal answers with a sentence and never falls over."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import entry, placed
from werkbrief.words.weeks import Week

WEEK = Week.of(timezone.localdate()).previous
IN_WEEK = {"client": "anker", "week": str(WEEK)}
HUGE = 10**30
BOTTOM = -(2**63) - 1
DEEDS = ("changes", "approvals", "rejections", "comments", "undoings")
JUNK = bytes(range(256)) * 20
SELECTIONS = [
    "",
    ",",
    ":",
    "1",
    "1:",
    ":1",
    "1:2:3",
    "a:b",
    f"{HUGE}:1",
    f"1:{HUGE}",
    f"{BOTTOM}:1",
    "-1:-1",
    "1e3:1",
    "0x1:1",
    "١:١",
    "\0:\0",
    "1:1," * 20_001,
    ",".join(f"{n}:1" for n in range(20_000)),
    "9" * 5000 + ":1",
]
EXTRA = {"reden": "other", "snel": "8u", "opmerking": "Hm"}


@pytest.fixture
def anna(cast, signed_in):
    entry(placed(cast.anker), WEEK.monday)
    browser = signed_in(cast.anna)
    browser.raise_request_exception = True
    return browser


def label(text):
    return f"{text[:12]!r}…{len(text)}" if len(text) > 16 else repr(text)


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize("seen", SELECTIONS, ids=label)
def test_a_strange_selection_gets_a_sentence(anna, name, seen):
    post = EXTRA | {"gezien": seen, "daad": seen}
    answer = anna.post(reverse(name, kwargs=IN_WEEK), post)
    assert answer.status_code in (409, 422)
    assert answer.context["refusal"].sentence


@pytest.mark.parametrize("name", DEEDS)
def test_a_sixth_of_a_million_ids_is_too_much_and_told_so(anna, name):
    many = ",".join(f"{n}:1" for n in range(170_000))
    post = EXTRA | {"gezien": many, "daad": many}
    answer = anna.post(reverse(name, kwargs=IN_WEEK), post)
    assert answer.status_code in (409, 422)


@pytest.mark.parametrize(
    "typed",
    ["9" * 5000, "\0", "²", "-1", "1e9", "24:01", "8" + "0" * 400, "½"],
)
@pytest.mark.parametrize("field", ["start", "eind", "pauze", "totaal", "snel"])
def test_strange_times_are_refused_at_their_field(anna, cast, field, typed):
    mine = cast.anker.time_entries.get()
    post = {"gezien": f"{mine.pk}:1", field: typed}
    answer = anna.post(reverse("changes", kwargs=IN_WEEK), post)
    assert answer.status_code in (409, 422)
    mine.refresh_from_db()
    assert mine.version == 1
    preview = reverse("preview", kwargs=IN_WEEK | {"entry": mine.pk})
    assert anna.post(preview, {field: typed}).status_code == 422


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain; charset=utf-16",
        "application/x-www-form-urlencoded; charset=nonsense",
        "",
    ],
)
def test_binary_junk_is_no_request(anna, name, kind):
    address = reverse(name, kwargs=IN_WEEK)
    answer = anna.generic("POST", address, JUNK, content_type=kind)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    "week",
    [
        "0000-W01",
        "0000-W53",
        "0001-W01",
        "9999-W52",
        "9999-W53",
        "2026-W00",
        "2026-W54",
        "2027-W53",
        "1969-W01",
        "1970-W01",
        "٢٠٢٦-W47",
        "2026-w47",
        "20260-W1",
    ],
)
def test_a_strange_week_is_a_page_or_none(anna, week):
    base = f"/klanten/anker/weken/{week}/"
    for tail in ("werkbriefjes/", "werkbriefjes/excel/", "werkbriefjes/1/"):
        assert anna.get(base + tail).status_code in (200, 404)
    for tail in ("goedkeuringen/", "wijzigingen/", "ongedaan/"):
        assert anna.post(base + tail, {"gezien": "1:1"}).status_code in (404, 409)


@pytest.mark.parametrize("pk", [0, 2**31, 2**63 - 1, 2**63, HUGE])
def test_an_entry_that_cannot_be_is_not_there(anna, pk):
    for name in ("entry", "preview"):
        address = reverse(name, kwargs=IN_WEEK | {"entry": pk})
        assert anna.get(address).status_code == 404


@pytest.mark.parametrize(
    "value", ["\0", "%", "x" * 5000, "<script>", "٣", "'\"--", "²"]
)
@pytest.mark.parametrize(
    "name", ["zoek", "afdeling", "ploeg", "functie", "start", "eind", "verberg", "x"]
)
def test_strange_filters_filter_and_break_nothing(anna, name, value):
    address = reverse("timesheets", kwargs=IN_WEEK)
    answer = anna.get(address, {name: value})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()
    excel = anna.get(reverse("timesheets_excel", kwargs=IN_WEEK), {name: value})
    assert excel.status_code == 200


@pytest.mark.parametrize("slug", ["ANKER", "anker%00", "an ker", "..", "x" * 3000])
def test_a_client_that_cannot_be_is_not_there(anna, slug):
    assert anna.get(f"/klanten/{slug}/").status_code == 404


def test_more_fields_than_a_form_has_are_refused(anna):
    post = {f"veld{n}": "" for n in range(20_001)}
    assert anna.post(reverse("approvals", kwargs=IN_WEEK), post).status_code == 400


def test_a_garbled_session_cookie_is_nobody(client, db):
    for junk in ("x", "\x7f", "a" * 4000, "../../etc"):
        client.cookies["werkbrief"] = junk
        assert client.get(reverse("clients")).status_code == 302


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD"]
)
def test_a_deed_takes_post_only(anna, method):
    answer = anna.generic(method, reverse("approvals", kwargs=IN_WEEK))
    assert answer.status_code == 405
