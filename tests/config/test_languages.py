"""Everybody reads the screens in their own language; a stranger in the browser's."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import NOW, PASSWORD, WEEK, entry, placed, seen
from werkbrief.accounts.models import Language
from werkbrief.timesheets import actions
from werkbrief.ui.tongues import speaking
from werkbrief.words.clock import duration, writing_hours

DOOR = reverse("account_login")
HOME = reverse("client_home", args=["anker"])
SIGN_IN = {"nl": "Inloggen", "en": "Sign in", "pl": "Zaloguj się"}


def page(browser, address, **headers):
    return browser.get(address, headers=headers).content.decode()


def sign_in(browser):
    browser.post(DOOR, {"login": "anna", "password": PASSWORD})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("", "nl"),
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("pl", "pl"),
        ("uk,pl;q=0.7,en;q=0.3", "pl"),
        ("fr-FR,fr;q=0.9", "nl"),
        ("*;q=nonsense;;,", "nl"),
    ],
)
def test_the_door_speaks_as_the_browser_asks(db, asked, told):
    answer = Browser().get(DOOR, headers={"accept-language": asked})
    text = answer.content.decode()
    assert f'<html lang="{told}"' in text
    assert f"<h1>{SIGN_IN[told]}</h1>" in text
    assert "Accept-Language" in answer["Vary"]


def test_another_language_is_picked_at_the_door_and_remembered(db):
    browser = Browser()
    post = {"language": "pl", "next": DOOR}
    assert browser.post(reverse("language"), post)["Location"] == DOOR
    for address in (DOOR, reverse("account_reset_password"), "/nergens/"):
        assert '<html lang="pl"' in page(browser, address, accept_language="en")


@pytest.mark.parametrize("language", ["de", "", "../..", "nl'"])
def test_no_other_language_is_spoken(db, language):
    browser = Browser()
    browser.post(reverse("language"), {"language": language, "next": DOOR})
    assert '<html lang="nl"' in page(browser, DOOR)


def test_the_way_back_stays_within_the_house(db):
    post = {"language": "pl", "next": "https://elders.example/"}
    assert Browser().post(reverse("language"), post)["Location"] == "/"


def test_who_has_an_account_reads_its_language_whatever_the_browser_asks(cast):
    cast.anna.language = Language.EN
    cast.anna.save()
    browser = Browser()
    sign_in(browser)
    assert "Work schedule" in page(browser, HOME, accept_language="pl")
    assert '<html lang="en"' in page(browser, "/nergens/", accept_language="pl")
    assert '<html lang="nl"' in page(Browser(), DOOR), "and nobody else's"


def test_the_first_sign_in_speaks_as_the_door_did_and_keeps_it(cast):
    cast.anna.has_own_password = False
    cast.anna.save()
    browser = Browser(headers={"accept-language": "pl"})
    sign_in(browser)
    own = reverse("own_password")
    assert "Wybierz własne hasło" in page(browser, own)
    new = "trzy mokre kalosze"
    browser.post(own, {"new_password1": new, "new_password2": new})
    cast.anna.refresh_from_db()
    assert cast.anna.language == Language.PL


def test_a_new_password_is_mailed_in_the_language_of_the_account(postbox, cast):
    cast.anna.language, cast.anna.email = Language.PL, "anna@anker.nl"
    cast.anna.save()
    Browser().post(reverse("account_reset_password"), {"email": cast.anna.email})
    _to, letter = postbox.next()
    assert letter["Subject"] == "Nowe hasło do portalu godzin"
    for kind in ("plain", "html"):
        assert "Wybierz nowe hasło" in letter.get_body((kind,)).get_content()


def test_a_language_is_told_in_its_own_words_and_marked_as_such(cast, signed_in):
    """WCAG 3.1.2: a screen reader says "polski" in Polish."""
    assert '<option value="pl" lang="pl">polski' in page(
        signed_in(cast.anna), reverse("account")
    )
    door = page(Browser(), DOOR, accept_language="pl")
    assert 'lang="en"' in door
    assert ">English</button>" in door


def test_the_office_stays_dutch(cast, signed_in):
    cast.jet.language = Language.PL
    cast.jet.save()
    assert '<html lang="nl"' in page(signed_in(cast.jet), reverse("office_journal"))


def test_one_week_is_drawn_for_each_in_their_own_words(cast, signed_in):
    """What is kept of a cell is kept per language: one process draws for everybody."""
    hours = entry(placed(cast.anker), start="7:30", end="16:00")
    mine = cast.anker.time_entries.all()
    actions.approve(mine, seen(hours), by=cast.anna, at=NOW)
    anna = signed_in(cast.anna)
    for language, word in (
        ("nl", "<i>goed</i>"),
        ("pl", "<i>zatwierdzone</i>"),
        ("en", "<i>approved</i>"),
        ("nl", "<i>goed</i>"),
    ):
        cast.anna.language = language
        cast.anna.save()
        assert word in page(anna, reverse("timesheets", args=["anker", WEEK]))


def test_a_refusal_names_whom_and_what_to_do_in_the_readers_language(cast, signed_in):
    hours = entry(placed(cast.anker))
    mine = cast.anker.time_entries.all()
    actions.approve(mine, seen(hours), by=cast.anna, at=NOW)
    cast.anna.language = Language.PL
    cast.anna.save()
    post = {"gezien": f"{hours.pk}:2", "snel": "8u"}
    address = reverse("changes", args=["anker", WEEK])
    answer = signed_in(cast.anna).post(address, post)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Te godziny są już ostateczne: Kowalski, Anna (pn 16 lis)" in text
    assert "Poproś o korektę." in text


@pytest.mark.parametrize(
    ("language", "decimal", "told"),
    [("nl", False, "1.402:30"), ("en", True, "1,402.50"), ("pl", True, "1\xa0402,50")],
)
def test_numbers_have_the_marks_of_the_language(language, decimal, told):
    with speaking(language), writing_hours(in_decimals=decimal):
        assert duration(84_150) == told
