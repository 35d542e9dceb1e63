"""Nothing on a client's or a worker's screen is left untranslated (interface: manners).

Each address of the access matrix is asked for in English with every translated text in
marks (tests/marked.py): a new address is looked at by itself.
"""

import io
import re
from itertools import chain
from pathlib import Path

import openpyxl
import pytest
from django.db import transaction
from django.urls import reverse

from ontrafelaar import packs
from tests.access import house, personal, portal
from tests.access.stage import set_stage
from tests.browser.greenhouse import finish, make_a_mixed_week, open_greenhouse
from tests.cast import MONDAY, NOW, WEEK
from tests.marked import WORD, Spoken, marked, stored_texts, unmarked
from tests.test_access_matrix import _filled
from werkbrief.accounts.models import User
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import PersonalLink
from werkbrief.ui.templatetags.scripted import SCRIPTS

ROWS = [*portal.ROWS, *house.ROWS, *personal.ROWS]
NOBODYS = {row.name for row in (*house.ROWS, *personal.ROWS)} | {"invitation"}
# The admin is not ours to translate; the metrics are for machines.
ELSEWHERE = {"admin:index", "metrics"}
WEEKS = ("werkbriefjes", "werkplanning", "controle")
OFFICE = ("import-form", "job-watch", "planning-board", "planning-carry")
LETTERS = SCRIPTS.parents[3] / "notices/templates/notices"
STRING = re.compile(r"""(\bsay\(\s*)?(["'`])((?:(?!\2)[^\\\n])*)\2""")
SENTENCE = re.compile(r"^[A-Z0-9$][^<>=()\[\]]*[a-z]{2,} [a-z]{2,}")


@pytest.fixture
def english():
    with marked():
        yield


def speak_english():
    User.objects.update(language="en")
    PersonalLink.objects.update(language="en")


def left_on(answer, stored) -> set[str]:
    kind = answer.get("Content-Type", "")
    if "html" in kind:
        return unmarked(Spoken(answer.content.decode()).texts, stored)
    if "spreadsheet" in kind:
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        cells = chain.from_iterable(sheet.values for sheet in book)
        texts = [t for t in chain.from_iterable(cells) if isinstance(t, str)]
        plain = [text for text in texts if not text.startswith("=")]
        return unmarked([*plain, *book.sheetnames], stored)
    return set()


def test_every_address_is_translated(cast, english):
    stage = set_stage(cast)
    speak_english()
    stored, left = stored_texts(), {}
    for number, row in enumerate(ROWS):
        if row.name in ELSEWHERE:
            continue
        browser = stage.browser("nobody" if row.name in NOBODYS else "member")
        browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        address = reverse(row.name, kwargs=_filled(stage, row.args))
        with transaction.atomic():
            post = None if row.post is None else _filled(stage, row.post)
            answer = (
                browser.get(address, follow=True)
                if post is None
                else browser.post(address, post, follow=True)
            )
            typed = [text for text in (post or {}).values() if WORD.search(str(text))]
            if found := left_on(answer, typed + stored):
                left[f"{row.name}-{number}"] = found
            transaction.set_rollback(True)
    assert left == {}, _told(left)


@pytest.mark.parametrize("passed_on", [False, True])
def test_a_week_is_translated_in_all_its_states(db, client, english, passed_on):
    """Absent, changed, approved, rejected; found and not found; empty and finished."""
    greenhouse = open_greenhouse()
    make_a_mixed_week(greenhouse)
    if passed_on:
        finish(greenhouse)
    speak_english()
    client.force_login(User.objects.get(pk=greenhouse.planner.pk))
    base = f"/klanten/{greenhouse.client.slug}/"
    rejected = greenhouse.one("Wójcik", 0).pk
    pages = [base, f"{base}werknemers/?alleen=beschikbaar", f"{base}werknemers/?zoek=x"]
    for screen in WEEKS:
        own = f"{base}weken/{greenhouse.week}/{screen}/"
        pages += [own, f"{own}?zoek=niemand", f"{base}weken/2020-W10/{screen}/"]
    hours = f"{base}weken/{greenhouse.week}/werkbriefjes/"
    pages += [f"{hours}{rejected}/", f"{hours}{rejected}/correctie/"]
    week = f"{base}weken/{greenhouse.week}/"
    pages += [f"{week}kloppend/", f"{week}controle/?alleen=verschillen"]
    pages += [f"{hours}{greenhouse.one(name, 4).pk}/" for name in ("Nowak", "Visser")]
    stored = [*stored_texts(), *(pack.name for pack in packs()), "ATW"]
    left = {page: left_on(client.get(page), stored) for page in pages}
    left = {page: words for page, words in left.items() if words}
    assert left == {}, _told(left)


def test_every_mail_is_translated(cast, english):
    words = {"name": "Anna", "url": "https://x.example/", "week": WEEK, "open": 2}
    words |= {"deadline": None, "is_late": True, "late": [], "by": "Jet"}
    words |= {"username": "anna", "gone": [], "fresh": []}
    words |= {"change": "totp_activated", "moment": NOW}
    words |= {"absent": "Anna", "stand_in": "Jet", "first": MONDAY, "last": MONDAY}
    kinds = sorted(file.stem for file in LETTERS.glob("*.txt"))
    drafts = [
        Draft(kind, kind, "a@b.example", "en", words, cast.anker) for kind in kinds
    ]
    queue(cast.agency, drafts, at=NOW)
    known = ["https://x.example/", "Kasdorp", "Anker", "Anna", "Jet", "anna"]
    for letter in Letter.objects.all():
        texts = [letter.subject, letter.text, *Spoken(letter.html).texts]
        assert unmarked(texts, known) == set(), letter.key


@pytest.mark.parametrize(
    "script",
    [js for js in sorted(SCRIPTS.glob("*.js")) if not js.stem.startswith(OFFICE)],
    ids=lambda js: js.stem,
)
def test_what_a_script_says_is_translated(script: Path):
    source = re.sub(r"^\s*(//|/?\*).*$", "", script.read_text(), flags=re.MULTILINE)
    said = [(is_said, text) for is_said, _, text in STRING.findall(source)]
    assert [
        text for is_said, text in said if not is_said and SENTENCE.match(text)
    ] == []


def _told(left):
    return "\n".join(f"{where}: {sorted(words)}" for where, words in left.items())
