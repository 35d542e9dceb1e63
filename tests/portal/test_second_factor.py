"""A second step at signing in: app, passkey or code on paper; an agency may demand it.

P1.6.
"""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from tests.cast import PASSWORD
from werkbrief.notices.actions import tell_step
from werkbrief.notices.actions.securing import STEPS
from werkbrief.notices.models import Letter

ACTIVATE = reverse("mfa_activate_totp")
CHOOSE = reverse("mfa_index")
STEP = reverse("mfa_authenticate")
HOME = reverse("client_home", args=["anker"])


def sign_in(name="anna"):
    browser = Browser()
    post = {"login": name, "password": PASSWORD}
    return browser, browser.post(reverse("account_login"), post)


def code(secret, later=0):
    """What the app shows now, or so many steps later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


@pytest.fixture
def anna(cast):
    return sign_in()[0]


@pytest.fixture
def secret(anna):
    """Anna has set it up."""
    secret = anna.get(ACTIVATE).context["form"].secret
    assert anna.post(ACTIVATE, {"code": code(secret)}).status_code == 302
    return secret


def codes_on_paper(browser):
    page = browser.get(reverse("mfa_view_recovery_codes"))
    return page.context["unused_codes"]


def test_setting_up_shows_a_picture_and_a_key_without_breaking_the_policy(anna):
    answer = anna.get(ACTIVATE)
    text = answer.content.decode()
    assert "<svg" in text
    assert answer.context["form"].secret in text
    assert "data:image" not in text
    assert " style=" not in text


def test_a_wrong_code_sets_nothing_up(cast, anna):
    text = anna.post(ACTIVATE, {"code": "000000"}).content.decode()
    assert "Dit klopt niet" in text
    assert not Authenticator.objects.exists()


def test_then_the_password_alone_is_not_enough(secret):
    browser, answer = sign_in()
    assert answer["Location"] == STEP
    assert browser.get(HOME).status_code == 302
    text = browser.post(STEP, {"code": "000000"}).content.decode()
    assert "Dit klopt niet" in text
    assert browser.get(HOME).status_code == 302


def test_the_code_of_the_app_opens_the_door(secret, monkeypatch):
    browser, _ = sign_in()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 60)
    assert browser.post(STEP, {"code": code(secret)}).status_code == 302
    assert browser.get(HOME).status_code == 200


def test_a_code_on_paper_opens_once(secret, anna):
    paper = codes_on_paper(anna)[0]
    browser, _ = sign_in()
    assert browser.post(STEP, {"code": paper}).status_code == 302
    assert browser.get(HOME).status_code == 200
    again, _ = sign_in()
    again.post(STEP, {"code": paper})
    assert again.get(HOME).status_code == 302


def test_what_is_stored_is_of_no_use_by_itself(secret):
    for row in Authenticator.objects.all():
        assert secret not in str(row.data)


def test_guessing_codes_is_stopped(secret):
    browser, _ = sign_in()
    answers = [browser.post(STEP, {"code": f"{n:06}"}) for n in range(8)]
    assert answers[-1].status_code in (200, 429)
    assert "te veel" in answers[-1].content.decode().lower()


def test_setting_up_asks_for_the_password_again_after_a_while(anna, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600)
    asked = anna.get(ACTIVATE)["Location"]
    assert asked.startswith(reverse("account_reauthenticate"))
    assert "Ben jij het echt?" in anna.get(asked).content.decode()
    anna.post(asked, {"password": PASSWORD})
    assert anna.get(ACTIVATE).status_code == 200


def test_it_can_be_put_off_again(secret, anna):
    assert anna.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert sign_in()[1]["Location"] == reverse("home")


def test_each_change_is_mailed_to_ones_own_address_in_ones_own_language(
    cast, anna, django_capture_on_commit_callbacks
):
    """P1.10."""
    cast.anna.email, cast.anna.language = "anna@anker.nl", "en"
    cast.anna.save()
    with django_capture_on_commit_callbacks(execute=True):
        secret = anna.get(ACTIVATE).context["form"].secret
        anna.post(ACTIVATE, {"code": code(secret)})
        anna.post(reverse("mfa_generate_recovery_codes"))
    anna.post(reverse("mfa_deactivate_totp"))
    on, codes, off = Letter.objects.order_by("pk")
    assert on.subject == "The app as a second step is on"
    assert codes.subject == "There are new recovery codes"
    assert off.subject == "The app as a second step is off"
    assert {letter.to for letter in (on, codes, off)} == {"anna@anker.nl"}
    for part in (off.text, off.html):
        assert "no longer needs a code from the app" in part
        assert "Was it not you? Choose another password at once" in part
        assert CHOOSE in part


def test_every_change_has_a_sentence_of_its_own(cast):
    cast.anna.email = "anna@anker.nl"
    for change in (*STEPS, "something_new"):
        tell_step(cast.anna, change, host="", at=timezone.now())
    assert len({letter.subject for letter in Letter.objects.all()}) == len(STEPS)


@pytest.fixture
def strict(cast):
    cast.agency.requires_second_factor = True
    cast.agency.save()


def test_an_agency_that_demands_it_lets_nobody_on_without(strict, cast):
    for name in ("anna", "jet"):
        browser, _ = sign_in(name)
        for address in (HOME, reverse("account"), reverse("clients")):
            assert browser.get(address)["Location"] == CHOOSE
        assert (
            browser.post(
                reverse("approvals", args=["anker", "2026-W47"]), {"gezien": "1:1"}
            )["Location"]
            == CHOOSE
        )
    secret = browser.get(ACTIVATE).context["form"].secret
    browser.post(ACTIVATE, {"code": code(secret)})
    assert browser.get(reverse("clients")).status_code == 200


def test_another_agency_is_none_the_stricter(strict, cast):
    browser, _ = sign_in("dina")
    assert browser.get(reverse("client_home", args=["duin"])).status_code == 200


def test_where_it_is_demanded_it_cannot_be_put_off(cast, secret, anna):
    cast.agency.requires_second_factor = True
    cast.agency.save()
    text = anna.post(reverse("mfa_deactivate_totp")).content.decode()
    assert "vraagt een tweede stap van iedereen" in text
    assert sign_in()[1]["Location"] == STEP


def test_it_is_asked_once_and_not_at_every_page(cast, anna, django_assert_num_queries):
    anna.get(HOME)
    with django_assert_num_queries(5):
        anna.get(reverse("clients"))


def test_each_way_of_proving_it_once_more_has_its_page(secret, anna):
    for name, asked in (
        ("account_reauthenticate", "nog een keer het wachtwoord"),
        ("mfa_reauthenticate", "nog een keer een code uit de app"),
    ):
        text = anna.get(reverse(name)).content.decode()
        assert asked in text
        assert "Liever met" in text
