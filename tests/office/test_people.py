"""Users and rights, as the agency gives them (S1.2, S1.3, S7)."""

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import PASSWORD, member, person
from werkbrief.accounts.models import User
from werkbrief.journal.models import Event
from werkbrief.notices.actions import post_due
from werkbrief.staffing.models import AgencyRole, Department, Membership, Right, Role

LIST = "/kantoor/gebruikers/"
NEW = f"{LIST}nieuw/?opdrachtgever=anker"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def dirk(cast, jet):
    """Jet as administrator."""
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.ADMINISTRATOR)
    return jet


def by_mail(email="piet@anker.nl", **more):
    return {"name": "Piet", "way": "mail", "email": email} | more


def test_people_are_found_by_name_and_client_and_none_of_another_agency(cast, jet):
    text = jet.get(LIST).content.decode()
    assert "Anna Anker" in text
    assert ">alles<" in text
    assert "Dina" not in text
    assert "Daan" not in text
    found = jet.get(LIST, {"zoek": "boot"}).content.decode()
    assert "Bram Boot" in found
    assert "Anna Anker" not in found


def test_somebody_is_invited_by_mail_and_narrowed_to_a_department(cast, jet, postbox):
    hall = Department.objects.create(client=cast.anker, name="Kas 1")
    jet.post(NEW, by_mail(rights=["approve"], departments=[hall.pk]))
    made = Membership.objects.get(user__username="piet@anker.nl")
    assert (made.rights, made.is_narrowed) == (["approve"], True)
    assert list(made.departments.all()) == [hall]
    post_due(at=timezone.now())
    to, letter = postbox.next()
    assert to == ["piet@anker.nl"]
    text = letter.get_body(("plain",)).get_content()
    assert "/uitnodiging/" in text
    again = jet.post(NEW, by_mail())
    assert again.status_code == 422
    assert "hoort hier al bij" in again.content.decode()


def test_a_first_password_is_told_once_and_an_own_one_is_chosen_first(cast, jet):
    """S1.2."""
    typed = {"name": "Piet", "way": "wachtwoord", "username": "piet", "rights": []}
    page = jet.post(NEW, typed)
    made = page.context["made"]
    assert made in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    piet = Browser()
    piet.post("/inloggen/", {"login": "piet", "password": made})
    assert piet.get("/klanten/anker/")["Location"].startswith("/wachtwoord/kiezen/")
    taken = jet.post(NEW, typed)
    assert "al in gebruik" in taken.content.decode()
    assert User.objects.filter(username="piet").count() == 1
    assert made not in str(list(Event.objects.values_list("changes__after")))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"way": "mail", "email": "piet@"}, "email"),
        ({"way": "mail"}, "email"),
        ({"way": "wachtwoord"}, "username"),
        ({"way": "mail", "email": "a@b.nl", "name": ""}, "name"),
    ],
)
def test_what_is_missing_is_said_at_its_field(cast, jet, typed, field):
    page = jet.post(NEW, {"name": "Piet"} | typed)
    assert page.status_code == 422
    assert field in page.context["form"].errors


def test_inviting_an_account_of_another_agency_tells_nothing_of_it(cast, jet):
    User.objects.filter(pk=cast.dina.pk).update(email="d@duin.nl", name="Dina Geheim")
    for page in (jet.post(NEW, by_mail("d@duin.nl"), follow=True), jet.get(LIST)):
        text = page.content.decode()
        assert "Geheim" not in text
        assert "d@duin.nl" in text
    made = Membership.objects.get(user=cast.dina, client=cast.anker)
    one = jet.get(f"{LIST}{made.pk}/").content.decode()
    assert "Piet" in one
    assert "nog niet binnen geweest" in one
    assert "Geheim" not in one
    anna = Browser()
    anna.force_login(cast.anna)
    assert "Geheim" not in anna.get("/klanten/anker/collegas/").content.decode()


def test_once_they_did_something_here_they_go_by_their_own_name(cast, jet):
    User.objects.filter(pk=cast.dina.pk).update(email="d@duin.nl")
    jet.post(NEW, by_mail("d@duin.nl"))
    Event.objects.create(
        agency_id=cast.agency.pk,
        verb="timesheets.approved",
        by=cast.dina,
        at=timezone.now(),
    )
    text = jet.get(LIST).content.decode()
    assert "Dina Duin" in text
    assert "Piet" not in text


def test_an_account_that_opens_more_than_ours_gets_no_password_from_us(cast, jet):
    """Whoever hands out a password opens all that it opens."""
    abroad = member(cast.dina, cast.anker)
    for deed in ("wachtwoord", "sessies"):
        page = jet.post(f"{LIST}{abroad.pk}/{deed}/", follow=True)
        assert "niet alleen van dit bureau" in page.content.decode()
    cast.dina.refresh_from_db()
    assert cast.dina.check_password(PASSWORD)


def test_out_everywhere_means_at_once(cast, jet):
    anna = Browser()
    anna.post("/inloggen/", {"login": "anna", "password": PASSWORD})
    assert anna.get("/klanten/anker/").status_code == 200
    page = jet.post(f"{LIST}{cast.annas.pk}/sessies/", follow=True)
    assert "overal uitgelogd: 1 sessie" in page.content.decode()
    assert anna.get("/klanten/anker/").status_code == 302


def test_rights_change_and_a_stale_screen_changes_nothing(cast, jet):
    one = f"{LIST}{cast.annas.pk}/"
    seen = jet.get(one).context["form"]["gezien"].value()
    jet.post(one, {"rights": ["see_check"], "gezien": seen})
    stale = jet.post(one, {"rights": ["manage"], "gezien": seen})
    assert stale.status_code == 409
    cast.annas.refresh_from_db()
    assert cast.annas.rights == [Right.SEE_CHECK]
    assert stale.context["form"]["gezien"].value() != seen
    assert Event.objects.filter(verb="staffing.rights_given").count() == 1


def test_access_ends_and_the_journal_says_by_whom(cast, jet):
    jet.post(f"{LIST}{cast.annas.pk}/einde/")
    assert not Membership.objects.filter(pk=cast.annas.pk).exists()
    assert Event.objects.get(verb="staffing.membership_ended").by == cast.jet


def test_a_colleague_is_employed_given_a_role_and_let_go(cast, dirk, postbox):
    new = f"{LIST}bureau/nieuw/"
    typed = {"name": "Ria", "email": "ria@kasdorp.nl", "role": "back_office"}
    dirk.post(new, typed)
    post_due(at=timezone.now())
    assert "Kasdorp" in postbox.next()[1]["Subject"]
    held = AgencyRole.objects.get(user__email="ria@kasdorp.nl")
    other = {"role": "job_coach", "gezien": "back_office"}
    dirk.post(f"{LIST}bureau/{held.pk}/", other)
    held.refresh_from_db()
    assert held.role == Role.JOB_COACH
    late = other | {"role": "administrator"}
    stale = dirk.post(f"{LIST}bureau/{held.pk}/", late)
    assert stale.status_code == 409
    assert "intussen een andere rol: Job Coach" in stale.content.decode()
    dirk.post(f"{LIST}bureau/{held.pk}/einde/")
    assert not AgencyRole.objects.filter(pk=held.pk).exists()


def test_nobody_locks_the_agency_out(cast, dirk):
    own = AgencyRole.objects.get(user=cast.jet)
    page = dirk.post(f"{LIST}bureau/{own.pk}/einde/", follow=True)
    assert "eigen rol" in page.content.decode()
    other = AgencyRole.objects.create(
        agency=cast.agency, user=person("Rik"), role=Role.ADMINISTRATOR
    )
    late = {"role": "job_coach", "gezien": "administrator"}
    dirk.post(f"{LIST}bureau/{other.pk}/", late)
    assert AgencyRole.objects.filter(role=Role.ADMINISTRATOR).get() == own


@pytest.mark.parametrize("many", [2, 40])
def test_the_list_takes_as_many_statements_for_any_number(
    cast, jet, many, django_assert_max_num_queries
):
    for n in range(many):
        member(person(f"P{n}"), cast.anker)
    with django_assert_max_num_queries(8):
        jet.get(LIST)
