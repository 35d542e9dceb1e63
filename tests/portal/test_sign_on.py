"""A client's own way of signing in: believed about its own people only (P1.7)."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import NOW, member, person
from tests.portal.issuer import CODE, open_issuer
from werkbrief.journal.models import Event
from werkbrief.staffing.actions import Issuer, end_trust, trust_issuer
from werkbrief.staffing.models import AgencyRole, Role, SignOn

SECRET = "the issuer's own secret"


@pytest.fixture(scope="module")
def issuer():
    with open_issuer() as found:
        yield found


@pytest.fixture
def trusted(cast, issuer):
    """Anker signs in by its own system, and Anna has an address there."""
    cast.anna.email = "anna@anker.example"
    cast.anna.save()
    issuer.told = {"sub": "1", "email": "anna@anker.example"}
    wish = Issuer("Anker-id", issuer.address, "werkbrief", SECRET, [cast.anker])
    return trust_issuer(cast.agency, wish, by=cast.jet, at=NOW)


def visit(trusted):
    """Go to the issuer and come back as whoever it tells."""
    browser = Browser()
    away = browser.get(reverse("openid_connect_login", args=[trusted.slug]))
    asked = parse_qs(urlsplit(away["Location"]).query)
    back = {"state": asked["state"][0], "code": CODE}
    return browser, browser.get(
        reverse("openid_connect_callback", args=[trusted.slug]), back
    )


def sentence(browser):
    return browser.get(reverse("account_login")).content.decode()


def test_the_door_offers_it(trusted):
    browser = Browser()
    browser.get(reverse("door", args=["kasdorp"]))
    assert "Inloggen via Anker-id" in sentence(browser)
    other = Browser()
    other.get(reverse("door", args=["duinrand"]))
    assert "Inloggen via" not in sentence(other)


def test_whoever_the_issuer_knows_is_in_without_a_password(trusted, issuer):
    for _ in range(2):  # the second time by the number that the issuer gave
        browser, answer = visit(trusted)
        assert answer["Location"] == reverse("home")
        here = browser.get(reverse("client_home", args=["anker"]))
        assert here.status_code == 200
    sent = dict(issuer.asked)["/token"]
    assert sent["client_secret"] == SECRET
    assert sent["code_verifier"]


def test_nothing_that_the_issuer_tells_is_kept(trusted):
    visit(trusted)
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.parametrize(
    "told",
    [
        {"sub": "2", "email": "niemand@anker.example"},
        {"sub": "2", "email": "anna@anker.example", "email_verified": False},
        {"sub": "2"},
    ],
    ids=["no account", "an address in doubt", "no address"],
)
def test_a_stranger_stays_outside_with_a_sentence(trusted, issuer, told):
    issuer.told = told
    browser, answer = visit(trusted)
    assert answer["Location"] == reverse("account_login")
    assert "hoort er geen account bij" in sentence(browser)
    assert not SocialAccount.objects.exists()


def test_it_opens_no_door_of_another_client(trusted, issuer, cast):
    """Bram is no member of Anker: Anker's system can say so as often as it likes."""
    cast.bram.email = "bram@boot.example"
    cast.bram.save()
    issuer.told = {"sub": "3", "email": "bram@boot.example"}
    browser, answer = visit(trusted)
    assert answer["Location"] == reverse("account_login")
    assert browser.get(reverse("client_home", args=["boot"])).status_code == 302


def test_who_also_belongs_elsewhere_signs_in_by_password(trusted, cast):
    visit(trusted)
    member(cast.anna, cast.boot)
    browser, answer = visit(trusted)
    assert answer["Location"] == reverse("account_login")
    assert browser.get(reverse("client_home", args=["anker"])).status_code == 302


def test_nobody_of_the_agency_comes_in_by_a_client(trusted, cast, issuer):
    cast.jet.email = "jet@kasdorp.example"
    cast.jet.save()
    member(cast.jet, cast.anker)
    issuer.told = {"sub": "4", "email": "jet@kasdorp.example"}
    assert visit(trusted)[1]["Location"] == reverse("account_login")


@pytest.mark.parametrize(
    "told", [{"sub": "1", "name": ["x"], "email": []}, {"sub": "x" * 300}, [1]]
)
def test_whatever_an_issuer_answers_the_visitor_gets_a_sentence(trusted, issuer, told):
    issuer.told = {"email": "anna@anker.example"} | told if told != [1] else told
    browser, answer = visit(trusted)
    assert answer["Location"] == reverse("account_login")
    assert "Aanmelden ging mis" in sentence(browser)


def test_an_issuer_that_is_away_is_a_sentence(trusted):
    SignOn.objects.update(issuer="http://127.0.0.1:9")
    browser = Browser()
    answer = browser.get(reverse("openid_connect_login", args=[trusted.slug]))
    assert answer["Location"] == reverse("account_login")
    assert "Aanmelden ging mis" in sentence(browser)


def test_a_state_of_somebody_else_is_refused(trusted):
    browser = Browser()
    back = {"state": "geraden", "code": CODE}
    answer = browser.get(reverse("openid_connect_callback", args=[trusted.slug]), back)
    assert answer["Location"] == reverse("account_login")
    assert "Aanmelden ging mis" in sentence(browser)


def test_once_ended_it_opens_nothing(trusted, cast):
    end_trust(trusted, by=cast.jet, at=NOW)
    away = Browser().get(reverse("openid_connect_login", args=[trusted.slug]))
    assert away.status_code == 404
    browser = Browser()
    browser.get(reverse("door", args=["kasdorp"]))
    assert "Inloggen via" not in sentence(browser)


def test_whoever_still_had_a_password_handed_out_need_not_choose_one(trusted, cast):
    cast.anna.has_own_password = False
    cast.anna.save()
    browser, _ = visit(trusted)
    assert browser.get(reverse("client_home", args=["anker"])).status_code == 200


@pytest.fixture
def chief(cast, signed_in):
    ans = person("Ans Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=ans, role=Role.ADMINISTRATOR)
    return signed_in(ans)


def filled(cast, **other):
    return {
        "name": "Anker-id",
        "issuer": "https://login.anker.example",
        "client_id": "werkbrief",
        "secret": SECRET,
        "clients": [cast.anker.pk],
    } | other


def test_the_administrator_lets_an_issuer_in_and_out_again(chief, cast):
    assert chief.post(reverse("office_sign_ons"), filled(cast)).status_code == 302
    made = SignOn.objects.get()
    page = chief.get(reverse("office_sign_ons")).content.decode()
    assert f"/inloggen/via/{made.slug}/terug/" in page
    assert SECRET not in page
    assert SECRET not in made.sealed_secret
    chief.post(reverse("office_sign_ons_end", args=[made.pk]))
    assert not cast.agency.sign_ons.trusted().exists()
    verbs = list(Event.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["staffing.issuer_trusted", "staffing.issuer_ended"]


def test_an_issuer_has_a_safe_address_and_clients_of_this_agency(chief, cast):
    plain = filled(cast, issuer="http://login.anker.example")
    assert (
        "Dit is geen adres"
        in chief.post(reverse("office_sign_ons"), plain).content.decode()
    )
    strange = filled(cast, clients=[cast.duin.pk])
    assert chief.post(reverse("office_sign_ons"), strange).status_code == 422
    assert not SignOn.objects.exists()
