"""Colleagues' accounts: invite, give rights within one's own, end (section 2, S1.3)."""

import re
import time

import pytest
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import EVERY_RIGHT, PASSWORD, member, person
from werkbrief.journal.models import Change, Event
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import Department, Membership

LIST = reverse("colleagues", args=["anker"])
NEW = "drie natte laarzen"
NINA = {"name": "Nina de Wit", "email": "Nina@Anker.nl", "rights": ["see_timesheets"]}


@pytest.fixture
def anna(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def bea(cast):
    bea = person("Bea Anker", email="bea@anker.nl")
    return member(bea, cast.anker, ["see_timesheets"])


def page(membership):
    return reverse("colleague", args=["anker", membership.pk])


def invited(email="nina@anker.nl"):
    return Membership.objects.get(user__email=email, client__slug="anker")


def link():
    return re.search(r"http://testserver(\S+)", Letter.objects.latest("pk").text)[1]


def test_a_colleague_is_invited_by_mail_and_chooses_a_password(cast, anna):
    told = anna.post(LIST, NINA, follow=True).content.decode()
    assert "Uitnodiging onderweg naar nina@anker.nl." in told
    assert "nog niet binnen geweest" in told
    letter = Letter.objects.get()
    assert letter.to == "nina@anker.nl"
    assert "Anna Anker heeft je toegang gegeven" in letter.text
    assert link() in letter.html
    nina = Browser()
    assert "Kies een eigen wachtwoord" in nina.get(link()).content.decode()
    post = {"new_password1": NEW, "new_password2": NEW}
    assert "Welkom." in nina.post(link(), post, follow=True).content.decode()
    login = {"login": "nina@anker.nl", "password": NEW}
    assert nina.post(reverse("account_login"), login).status_code == 302
    assert nina.get(reverse("client_home", args=["anker"])).status_code == 200
    assert "werkt niet meer" in nina.get(link()).content.decode(), "once"


def test_before_that_no_password_opens_the_account(anna):
    anna.post(LIST, NINA)
    user = invited().user
    assert not user.has_usable_password()
    assert not user.has_own_password


@pytest.mark.parametrize("token", ["x", "a:b:c", "W10:1:x", "x" * 4000])
def test_a_guessed_invitation_opens_nothing(client, db, token):
    answer = client.get(reverse("invitation", args=[token]))
    assert "werkt niet meer" in answer.content.decode()


def test_an_invitation_grows_old(anna, monkeypatch):
    anna.post(LIST, NINA)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 8 * 24 * 3600)
    assert "werkt niet meer" in Browser().get(link()).content.decode()


def test_who_has_an_account_already_keeps_it_and_its_password(cast, anna):
    cast.bram.email = "bram@boot.nl"
    cast.bram.save()
    anna.post(LIST, NINA | {"email": "BRAM@boot.nl"})
    assert invited("bram@boot.nl").user == cast.bram
    cast.bram.refresh_from_db()
    assert cast.bram.check_password(PASSWORD)
    assert cast.bram.name == "Bram Boot"
    assert "zoals altijd" in Letter.objects.get().text


def test_inviting_twice_is_told_at_the_field_and_changes_no_right(cast, anna, bea):
    answer = anna.post(LIST, NINA | {"email": "bea@anker.nl"})
    assert "hoort hier al bij" in answer.context["form"].errors["email"][0]
    bea.refresh_from_db()
    assert bea.rights == ["see_timesheets"]
    assert not Letter.objects.exists()


def test_nobody_gives_more_than_they_have(cast, anna, bea):
    cast.annas.rights = ["manage", "see_timesheets"]
    cast.annas.save()
    assert anna.post(LIST, NINA | {"rights": ["approve"]}).status_code == 200
    assert anna.post(page(bea), {"rights": ["approve"]}).status_code == 200
    assert "Goedkeuren en afkeuren" not in anna.get(page(bea)).content.decode()
    bea.refresh_from_db()
    assert bea.rights == ["see_timesheets"]


def test_a_right_that_the_manager_lacks_stays_with_the_colleague(cast, anna, bea):
    cast.annas.rights = ["manage", "see_timesheets"]
    cast.annas.save()
    bea.rights = ["approve", "see_timesheets"]
    bea.save()
    anna.post(page(bea), {"rights": ["manage"]})
    bea.refresh_from_db()
    assert sorted(bea.rights) == ["approve", "manage"]


def test_rights_are_given_and_written_down(cast, anna, bea):
    anna.post(page(bea), {"rights": ["see_timesheets", "approve"]})
    bea.refresh_from_db()
    assert bea.rights == ["see_timesheets", "approve"]
    change = Change.objects.get(event__verb="staffing.rights_given")
    assert change.before["rights"] == ["see_timesheets"]
    assert change.after["rights"] == ["see_timesheets", "approve"]
    assert change.event.by == cast.anna
    anna.post(page(bea), {"rights": ["see_timesheets", "approve"]})
    assert Event.objects.filter(verb="staffing.rights_given").count() == 1


def test_ending_shuts_this_client_and_nothing_else(cast, anna, bea):
    member(bea.user, cast.boot)
    address = reverse("farewell", args=["anker", bea.pk])
    told = anna.post(address, follow=True).content.decode()
    assert "Bea Anker heeft hier geen toegang meer." in told
    hers = Browser()
    hers.force_login(bea.user)
    assert hers.get("/klanten/anker/").status_code == 404
    assert hers.get("/klanten/boot/").status_code == 200
    assert anna.post(address).status_code == 404, "the second click"
    assert Event.objects.filter(verb="staffing.membership_ended").count() == 1


def test_nobody_locks_themselves_out(cast, anna):
    answer = anna.post(page(cast.annas), {"rights": []})
    assert "De eigen rechten wijzigen gaat niet" in answer.content.decode()
    anna.post(reverse("farewell", args=["anker", cast.annas.pk]))
    cast.annas.refresh_from_db()
    assert sorted(cast.annas.rights) == sorted(EVERY_RIGHT)


def test_members_of_another_client_are_not_there(cast, anna):
    for name, post in (("colleague", {"rights": []}), ("farewell", {})):
        address = reverse(name, args=["anker", cast.brams.pk])
        assert anna.post(address, post).status_code == 404
    assert "Bram" not in anna.get(LIST).content.decode()


def test_who_is_narrowed_invites_and_reaches_no_further(cast, anna, bea):
    hall = Department.objects.create(client=cast.anker, name="Kas 1")
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(hall)
    assert anna.get(page(bea)).status_code == 404
    anna.post(LIST, NINA)
    new = invited()
    assert new.is_narrowed
    assert list(new.departments.all()) == [hall]
    assert anna.get(page(new)).status_code == 200


def test_the_way_there_shows_only_to_who_may(cast, anna):
    home = reverse("client_home", args=["anker"])
    assert LIST in anna.get(home).content.decode()
    cast.annas.rights = ["see_timesheets"]
    cast.annas.save()
    assert LIST not in anna.get(home).content.decode()


@pytest.mark.parametrize("email", ["", "geen adres", "a\0@b.nl", "x" * 160 + "@b.nl"])
def test_what_is_no_address_is_told_at_its_field(anna, email):
    answer = anna.post(LIST, NINA | {"email": email})
    assert "email" in answer.context["form"].errors
