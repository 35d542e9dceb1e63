"""A passkey in a real browser, with a device that the browser plays (P1.6)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.cast import PASSWORD, assemble

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def anna(page, live_server, transactional_db):
    """Anna at the door, on a laptop that can make passkeys."""
    assemble()
    page.set_default_timeout(15_000)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    complaints = []
    page.on("console", lambda line: complaints.append(line.text))
    page.goto(live_server.url + reverse("account_login"))
    yield page
    assert complaints == []


def sign_in(page):
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("anna")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/klanten/anker/")


def test_with_a_passkey_one_signs_in_without_a_password(anna, live_server):
    sign_in(anna)
    anna.goto(live_server.url + reverse("mfa_index"))
    anna.get_by_role("link", name="Passkey toevoegen").click()
    assert violations(anna) == []
    anna.get_by_label("Naam").fill("laptop kantoor")
    anna.get_by_role("button", name="Passkey toevoegen").click()
    expect(anna.get_by_role("heading", name="Herstelcodes")).to_be_visible()
    anna.goto(live_server.url + reverse("mfa_index"))
    expect(anna.get_by_text("laptop kantoor", exact=True)).to_be_visible()

    anna.context.clear_cookies()
    anna.goto(live_server.url + reverse("account_login"))
    anna.get_by_role("button", name="Inloggen met een passkey").click()
    anna.wait_for_url("**/klanten/anker/")


def test_the_password_then_asks_for_the_passkey_too(anna, live_server):
    sign_in(anna)
    anna.goto(live_server.url + reverse("mfa_add_webauthn"))
    anna.get_by_role("button", name="Passkey toevoegen").click()
    expect(anna.get_by_role("heading", name="Herstelcodes")).to_be_visible()

    anna.context.clear_cookies()
    anna.goto(live_server.url + reverse("account_login"))
    anna.get_by_label("Gebruikersnaam of e-mailadres").fill("anna")
    anna.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    anna.get_by_role("button", name="Inloggen", exact=True).click()
    expect(anna.get_by_role("heading", name="Tweede stap")).to_be_visible()
    assert violations(anna) == []
    anna.get_by_role("button", name="Met een passkey").click()
    anna.wait_for_url("**/klanten/anker/")


def test_without_a_passkey_the_door_says_so(anna):
    anna.get_by_role("button", name="Inloggen met een passkey").click()
    told = anna.get_by_role("alert")
    expect(told).to_have_text(
        "Inloggen met een passkey lukte niet. Probeer het nog een keer, of gebruik het"
        " wachtwoord."
    )
