"""One's own account: hours, theme and language as one likes; where one is signed in."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import PASSWORD, WEEK, entry, placed
from werkbrief.words.clock import duration

ACCOUNT = reverse("account")
WEEK_PAGE = reverse("timesheets", args=["anker", WEEK])
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18) AppleWebKit Version/18 Safari/604"


@pytest.fixture
def anna(cast, signed_in):
    entry(placed(cast.anker), start="7:30", end="16:15")
    return signed_in(cast.anna)


def sign_in(agent="Mozilla/5.0 (X11; Linux) Firefox/140"):
    browser = Browser(headers={"user-agent": agent})
    browser.post(reverse("account_login"), {"login": "anna", "password": PASSWORD})
    return browser


def choose(browser, hours="clock", theme=""):
    return browser.post(ACCOUNT, {"hours": hours, "theme": theme}, follow=True)


def test_hours_are_written_as_this_person_reads_them_and_nobody_else(cast, anna):
    assert "8:15" in anna.get(WEEK_PAGE).content.decode()
    assert "Opgeslagen." in choose(anna, hours="decimal").content.decode()
    text = anna.get(WEEK_PAGE).content.decode()
    assert "8,25" in text
    assert "8:15" not in text
    assert duration(495) == "8:15", "the next request starts afresh"
    choose(anna)
    assert "8:15" in anna.get(WEEK_PAGE).content.decode()


def test_an_answer_to_a_deed_is_written_that_way_too(cast, anna):
    choose(anna, hours="decimal")
    mine = cast.anker.time_entries.get()
    address = reverse("changes", args=["anker", WEEK])
    answer = anna.post(address, {"gezien": f"{mine.pk}:1", "totaal": "8,5"})
    assert "8,50" in answer.content.decode()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_stands_on_every_page(anna, theme):
    choose(anna, theme=theme)
    for address in (ACCOUNT, WEEK_PAGE, "/nergens/"):
        assert f'data-theme="{theme}"' in anna.get(address).content.decode()
    choose(anna)
    assert "data-theme" not in anna.get(ACCOUNT).content.decode()


@pytest.mark.parametrize(
    "post", [{"hours": "maanden"}, {"hours": "clock", "theme": "x"}]
)
def test_what_cannot_be_chosen_is_not_kept(cast, anna, post):
    assert anna.post(ACCOUNT, post).status_code == 200
    cast.anna.refresh_from_db()
    assert (cast.anna.hours, cast.anna.theme) == ("clock", "")


def test_the_screens_speak_the_language_of_choice(anna):
    assert "polski" in anna.get(ACCOUNT).content.decode()
    post = {"hours": "clock", "theme": "", "language": "pl"}
    assert "Zapisano." in anna.post(ACCOUNT, post, follow=True).content.decode()
    assert 'lang="pl"' in anna.get(ACCOUNT).content.decode()
    assert 'lang="nl"' in Browser().get(reverse("account_login")).content.decode()


def test_the_sessions_are_listed_as_people_would_recognise_them(cast):
    here, _phone = sign_in(), sign_in(PHONE)
    text = here.get(ACCOUNT).content.decode()
    assert "Firefox op Linux" in text
    assert "Safari op iPhone" in text
    assert text.count("dit apparaat") == 1


def test_one_session_is_ended_and_the_others_go_on(cast):
    here, phone, desk = sign_in(), sign_in(PHONE), sign_in()
    sessions = here.get(ACCOUNT).context["sessions"]
    theirs = next(one for one in sessions if "iPhone" in one.where)
    answer = here.post(reverse("sessions"), {"sessie": theirs.id}, follow=True)
    assert "1 sessie beëindigd." in answer.content.decode()
    assert phone.get(ACCOUNT).status_code == 302
    assert desk.get(ACCOUNT).status_code == here.get(ACCOUNT).status_code == 200


def test_all_others_are_ended_at_once(cast):
    here, phone, desk = sign_in(), sign_in(PHONE), sign_in()
    here.post(reverse("sessions"), {"sessie": "anders"})
    assert phone.get(ACCOUNT).status_code == desk.get(ACCOUNT).status_code == 302
    assert here.get(ACCOUNT).status_code == 200


@pytest.mark.parametrize("chosen", ["", "x", "²", "9" * 30, "-1", "1,2", "\0"])
def test_a_session_of_another_is_not_there_to_end(cast, chosen):
    # P1.5
    dina = Browser()
    dina.post(reverse("account_login"), {"login": "dina", "password": PASSWORD})
    theirs = dina.get(ACCOUNT).context["sessions"][0]
    here = sign_in()
    for sessie in (chosen, str(theirs.id)):
        here.post(reverse("sessions"), {"sessie": sessie})
    assert dina.get(ACCOUNT).status_code == here.get(ACCOUNT).status_code == 200


def test_another_password_ends_every_other_session(cast):
    # P1.5
    here, phone = sign_in(), sign_in(PHONE)
    new = "drie natte laarzen"
    post = {"new_password1": new, "new_password2": new}
    here.post(reverse("own_password"), post)
    assert phone.get(ACCOUNT).status_code == 302
    sessions = here.get(ACCOUNT).context["sessions"]
    assert [one.is_here for one in sessions] == [True]
