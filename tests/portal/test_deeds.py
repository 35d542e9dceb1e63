"""What the Werkbriefjes screen sends, and what it gets back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import entry, member, placed, times
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.weeks import Week

WEEK = Week.of(timezone.localdate()).previous
MONDAY = WEEK.monday
IN_WEEK = {"client": "anker", "week": str(WEEK)}
GONE = "Deze selectie is niet meer compleet"


@pytest.fixture
def mine(cast):
    return entry(placed(cast.anker), MONDAY)


@pytest.fixture
def anna(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def send(anna):
    """`send("approvals", entry)`: as the screen does, with the version that it saw."""

    def send(name, *entries, where=IN_WEEK, query="", **post):
        post.setdefault("gezien", ",".join(f"{e.pk}:{e.version}" for e in entries))
        return anna.post(reverse(name, kwargs=where) + query, post)

    return send


def refusal(answer):
    return answer.context["refusal"].sentence


def test_approving_answers_with_the_rows_anew_and_a_way_back(send, mine):
    answer = send("approvals", mine)
    assert answer.status_code == 200
    assert answer.context["outcome"].sentence == "1 werkbriefje goedgekeurd."
    text = answer.content.decode()
    assert 'id="outcome"' in text
    assert "Ongedaan maken" in text
    assert "Kowalski, Anna" in text
    mine.refresh_from_db()
    assert mine.decision.by.username == "anna"


def test_the_second_click_of_a_double_click_is_told_that_it_is_done(send, mine):
    send("approvals", mine)
    answer = send("approvals", mine)
    assert answer.status_code == 409
    assert 'id="refusal"' in answer.content.decode()
    assert "goedgekeurd door Anna Anker" in refusal(answer)


def test_rejecting_asks_why_at_its_field(send, mine):
    answer = send("rejections", mine)
    assert answer.status_code == 422
    assert answer.context["refusal"].field == "reason"
    assert send("rejections", mine, reden="sent_home").status_code == 200


@pytest.mark.parametrize("reden", ["ziek", "", "no_show'--", "NO_SHOW"])
def test_an_unknown_reason_is_refused(send, mine, reden):
    assert send("rejections", mine, reden=reden).status_code == 422


def test_changing_gives_what_the_fields_became(send, mine):
    answer = send("changes", mine, start="6:00", pauze="45")
    assert answer.status_code == 200
    mine.refresh_from_db()
    assert (mine.start, mine.end) == times(MONDAY, "6:00", "16:00")
    assert mine.break_minutes == 45


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"start": "kwart over"}, "start"),
        ({"eind": "25:00"}, "end"),
        ({"pauze": "600"}, "break"),
        ({"totaal": "8:30", "eind": "20:00"}, "total"),
        ({}, "start"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(send, mine, typed, field):
    answer = send("changes", mine, **typed)
    assert answer.status_code == 422
    assert answer.context["refusal"].field == field
    mine.refresh_from_db()
    assert mine.version == 1


def test_a_stale_selection_is_refused_with_the_difference(send, mine, cast):
    send("changes", mine, start="6:00")
    answer = send("approvals", gezien=f"{mine.pk}:1")
    assert answer.status_code == 409
    assert "is nu 06:00–16:00 pauze 30 door Anna Anker" in refusal(answer)
    assert "06:00–16:00" in answer.content.decode(), "the row as it is now comes along"


def test_all_or_nothing(send, mine, cast):
    other = entry(placed(cast.anker, "Yılmaz, Zoë"), MONDAY)
    send("approvals", other)
    answer = send("approvals", mine, other)
    assert answer.status_code == 409
    assert "Yılmaz, Zoë" in refusal(answer)
    assert not TimeEntry.objects.filter(pk=mine.pk, decision__isnull=False)


def test_ids_of_another_client_another_agency_or_another_week_do_not_exist(
    send, mine, cast
):
    theirs = [
        entry(placed(cast.boot), MONDAY),
        entry(placed(cast.duin), MONDAY),
        entry(placed(cast.anker, "Elders, Week"), WEEK.previous.monday),
    ]
    for name, post in (
        ("approvals", {}),
        ("rejections", {"reden": "other"}),
        ("changes", {"snel": "8u"}),
        ("comments", {"opmerking": "Hm"}),
    ):
        for stranger in theirs:
            answer = send(name, mine, stranger, **post)
            assert answer.status_code == 409
            assert refusal(answer).startswith(GONE)
            assert stranger.worker.name not in answer.content.decode().replace(
                mine.worker.name, ""
            )
    assert not TimeEntry.objects.filter(decision__isnull=False).exists()
    assert not TimeEntry.objects.filter(comments__isnull=False).exists()
    assert not TimeEntry.objects.exclude(version=1).exists()


def test_a_member_of_two_clients_acts_at_the_one_in_the_address(send, mine, cast):
    # D1.5
    member(cast.anna, cast.boot)
    at_boot = IN_WEEK | {"client": "boot"}
    assert send("approvals", mine, where=at_boot).status_code == 409


def test_a_remark_is_kept_and_told(send, mine):
    answer = send("comments", mine, opmerking="  Hielp bij  het laden ")
    assert answer.context["outcome"].sentence == (
        "1 werkbriefje van een opmerking voorzien."
    )
    assert mine.comments.get().text == "Hielp bij het laden"


@pytest.mark.parametrize("text", ["", "   ", "x" * 1001])
def test_a_remark_is_neither_empty_nor_endless(send, mine, text):
    answer = send("comments", mine, opmerking=text)
    assert answer.status_code == 422
    assert answer.context["refusal"].field == "remark"


def test_undoing_puts_back_and_only_once(send, mine):
    undoable = send("approvals", mine).context["outcome"].undoable
    answer = send("undoings", daad=undoable)
    assert answer.status_code == 200
    assert answer.context["outcome"].sentence == "Ongedaan gemaakt."
    assert send("undoings", daad=undoable).status_code == 409
    mine.refresh_from_db()
    assert not hasattr(mine, "decision")


def test_nobody_undoes_what_a_colleague_did(send, mine, cast, client):
    undoable = send("approvals", mine).context["outcome"].undoable
    member(cast.coco, cast.anker)
    client.force_login(cast.coco)
    assert send("undoings", daad=undoable).status_code == 409


def test_undoing_asks_for_the_right_that_the_deed_took(send, mine, cast):
    undoable = send("approvals", mine).context["outcome"].undoable
    cast.annas.rights = ["see_timesheets", "change"]
    cast.annas.save()
    assert send("undoings", daad=undoable).status_code == 409
    assert TimeEntry.objects.filter(pk=mine.pk, decision__isnull=False).exists()


def test_a_preview_stores_nothing(anna, mine):
    address = reverse("preview", kwargs=IN_WEEK | {"entry": mine.pk})
    answer = anna.post(address, {"start": "6:00"})
    assert answer.status_code == 200
    assert 'data-total="9:30"' in answer.content.decode()
    refused = anna.post(address, {"pauze": "900"})
    assert refused.status_code == 422
    assert "langer dan de totaaltijd" in refused.content.decode()
    mine.refresh_from_db()
    assert mine.version == 1


def test_hidden_planning_leaves_only_what_was_approved(anna, send, mine, cast):
    """S5.4.1"""
    entry(placed(cast.anker, "Open, Otto"), MONDAY)
    send("approvals", mine)
    week = reverse("timesheets", kwargs=IN_WEEK)
    text = anna.get(f"{week}?verberg=planning").content.decode()
    assert "Kowalski, Anna" in text
    assert "Open, Otto" not in text


def test_filters_survive_walking_through_the_weeks(anna, mine):
    """S2.4: they stand in the address, so that a link can be mailed."""
    query = "zoek=kow&verberg=planning"
    answer = anna.get(reverse("timesheets", kwargs=IN_WEEK) + f"?{query}")
    text = answer.content.decode()
    for week in (WEEK.previous, WEEK.next):
        address = reverse("timesheets", kwargs=IN_WEEK | {"week": str(week)})
        assert f'href="{address}?zoek=kow&amp;verberg=planning"' in text


def test_the_week_goes_along_in_the_menu(anna, mine):
    long_ago = IN_WEEK | {"week": "2025-W10"}
    menu = anna.get(reverse("timesheets", kwargs=long_ago)).context["menu"]
    here = next(item for item in menu if item.title == "Werkbriefjes")
    assert here.href == reverse("timesheets", kwargs=long_ago)
    assert here.is_current
