"""Clients in the office: found, opened, changed, divided, put away (S7)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import member, placed
from werkbrief.journal.models import Event
from werkbrief.pay.reads import collectives
from werkbrief.staffing.models import AgencyRole, Agreement, Client, Department, Role

LIST = "/kantoor/opdrachtgevers/"
ANKER = f"{LIST}anker/"


@pytest.fixture
def at_the_office(cast, signed_in):
    def sign_in(role=Role.BACK_OFFICE):
        AgencyRole.objects.filter(user=cast.jet).update(role=role)
        return signed_in(cast.jet)

    return sign_in


@pytest.fixture
def ria(at_the_office):
    """Of the back office."""
    return at_the_office()


def seen(page):
    return page.context["form"]["gezien"].value()


def test_a_client_is_found_by_name_and_number_and_the_others_are_not_there(ria, cast):
    Client.objects.filter(pk=cast.boot.pk).update(number="K-77")
    text = ria.get(LIST).content.decode()
    assert "Anker" in text
    assert "Boot" in text
    assert "Duin" not in text
    found = ria.get(LIST, {"zoek": "k-77"}).content.decode()
    assert "Boot" in found
    assert "Anker" not in found


def test_a_new_client_gets_a_short_name_that_nobody_has(ria, cast):
    page = ria.post(f"{LIST}nieuw/", {"name": "Duin", "deadline_minutes": "1100"})
    made = Client.objects.get(agency=cast.agency, name="Duin")
    assert page["Location"] == f"{LIST}duin-2/"
    assert (made.slug, made.deadline_minutes) == ("duin-2", 11 * 60)
    event = Event.objects.get(verb="staffing.made")
    assert (event.by, event.agency_id) == (cast.jet, cast.agency.pk)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "Boot"}, "Er is al een opdrachtgever met deze naam"),
        ({"name": ""}, "verplicht"),
        ({"name": "Zee", "deadline_minutes": "25:00"}, "is geen tijd"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(ria, cast, typed, told):
    page = ria.post(f"{LIST}nieuw/", typed)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert page.context["form"].errors.keys() <= {"name", "deadline_minutes"}
    assert not Event.objects.exists()


def test_who_was_second_sees_what_the_first_made_of_it(ria, cast):
    facts = f"{ANKER}gegevens/"
    old = seen(ria.get(facts))
    ria.post(facts, {"name": "Anker Tomaten", "gezien": old})
    page = ria.post(facts, {"name": "Anker Paprika", "gezien": old})
    assert page.status_code == 409
    text = page.content.decode()
    assert "Jet Jobcoach heeft dit om" in text
    assert 'value="Anker Paprika"' in text
    assert "Anker Tomaten" in text
    assert Client.objects.get(slug="anker").name == "Anker Tomaten"
    ria.post(facts, {"name": "Anker Paprika", "gezien": seen(page)})
    assert Client.objects.get(slug="anker").name == "Anker Paprika"


def test_the_journal_tells_what_was_changed_and_the_same_twice_tells_once(ria, cast):
    facts = f"{ANKER}gegevens/"
    for _ in range(2):
        ria.post(
            facts, {"name": "Anker", "number": "7", "gezien": seen(ria.get(facts))}
        )
    change = Event.objects.get(verb="staffing.kept").changes.get()
    assert (change.before, change.after) == ({"number": ""}, {"number": "7"})


def test_an_archived_client_leaves_the_list_and_comes_back(ria, cast, client):
    ria.post(f"{ANKER}archief/")
    assert "Anker" not in ria.get(LIST).content.decode().split("</header>")[-1]
    assert "Anker" in ria.get(f"{LIST}?archief").content.decode()
    assert Client.objects.get(slug="anker").archived_on == timezone.localdate()
    for _ in range(2):
        ria.post(f"{ANKER}archief/", {"daad": "terug"})
    assert Client.objects.get(slug="anker").archived_on is None
    assert Event.objects.filter(verb="staffing.restored").count() == 1


def test_a_client_where_people_work_is_not_put_away(ria, cast):
    placed(cast.anker)
    page = ria.post(f"{ANKER}archief/", follow=True)
    assert "loopt nog 1 plaatsing" in page.content.decode()
    assert Client.objects.get(slug="anker").archived_on is None


def test_a_department_is_added_renamed_and_put_away(ria, cast):
    parts = f"{ANKER}indeling/afdelingen/"
    ria.post(parts, {"name": "Kas 1", "code": "K1"})
    twice = ria.post(parts, {"name": "Kas 1"})
    assert twice.status_code == 422
    assert "Deze afdeling is er al" in twice.content.decode()
    part = Department.objects.get()
    one = f"{parts}{part.pk}/"
    ria.post(one, {"name": "Kas Noord", "code": "K1", "gezien": seen(ria.get(one))})
    ria.post(f"{one}archief/")
    part.refresh_from_db()
    assert (part.name, part.archived_on) == ("Kas Noord", timezone.localdate())


def test_a_department_belongs_to_a_site_of_the_same_client_only(ria, cast):
    ria.post(f"{ANKER}indeling/vestigingen/", {"name": "Westland"})
    ria.post(f"{LIST}boot/indeling/vestigingen/", {"name": "Venlo"})
    theirs = cast.boot.site_set.get()
    parts = f"{ANKER}indeling/afdelingen/"
    assert ria.post(parts, {"name": "A", "site": theirs.pk}).status_code == 422
    ria.post(parts, {"name": "A", "site": cast.anker.site_set.get().pk})
    assert Department.objects.get().site.name == "Westland"


def test_a_part_of_another_client_is_not_there(ria, cast):
    part = Department.objects.create(client=cast.boot, name="Dek")
    assert ria.get(f"{ANKER}indeling/afdelingen/{part.pk}/").status_code == 404
    assert ria.get(f"{ANKER}indeling/schepen/1/").status_code == 404


def test_contacts_are_of_the_own_agency(ria, cast):
    jet = AgencyRole.objects.get(user=cast.jet)
    daan = AgencyRole.objects.get(user=cast.daan)
    for _ in range(2):
        ria.post(f"{ANKER}contactpersonen/", {"wie": [jet.pk, daan.pk]})
    assert [contact.role for contact in cast.anker.contacts.all()] == [jet]
    assert Event.objects.filter(verb="staffing.contacts_named").count() == 1
    late = ria.post(f"{ANKER}contactpersonen/", {"wie": [], "gezien": ""})
    assert late.status_code == 409
    assert "intussen andere contactpersonen" in late.content.decode()
    ria.post(f"{ANKER}contactpersonen/", {"gezien": late.context["seen"]})
    assert not cast.anker.contacts.exists()


def test_a_cao_holds_from_a_day_and_the_one_before_until_then(ria, cast):
    """S7: CAO and options with valid-from dates; a fact is a row."""
    new = f"{ANKER}cao/nieuw/?cao=beroepsgoederenvervoer"
    pack = next(one for one in collectives() if one.id == "beroepsgoederenvervoer")
    typed = {"valid_from": "2026-01-01", "tags": pack.options[:1], "pauze": "midden"}
    ria.post(new, typed)
    again = ria.post(new, typed)
    assert "Vanaf deze dag geldt al een cao" in again.content.decode()
    row = Agreement.objects.get()
    assert row.tags == list(pack.options[:1])
    assert row.convention == {"pauze": "midden"}
    assert "geldt nu" in ria.get(f"{ANKER}cao/").content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"dienst": "kwartier"}, "Dit is niet te lezen"),
        ({"valid_from": "1999-01-01"}, "is deze cao niet bekend"),
    ],
)
def test_a_convention_that_cannot_be_computed_is_refused(ria, cast, typed, told):
    new = f"{ANKER}cao/nieuw/?cao=glastuinbouw"
    page = ria.post(new, {"valid_from": "2026-01-01"} | typed)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert not Agreement.objects.exists()


def test_only_a_cao_that_is_still_to_come_is_withdrawn(ria, cast):
    coming = timezone.localdate() + timedelta(days=30)
    now, later = (
        Agreement.objects.create(client=cast.anker, pack="glastuinbouw", valid_from=day)
        for day in (date(2026, 1, 1), coming)
    )
    for row in (now, later):
        ria.post(f"{ANKER}cao/{row.pk}/intrekking/")
    assert list(cast.anker.agreements.all()) == [now]


def test_a_job_coach_divides_a_client_but_decides_nothing_about_it(at_the_office, cast):
    jet = at_the_office(Role.JOB_COACH)
    assert jet.get(ANKER).status_code == 200
    assert jet.post(f"{ANKER}indeling/ploegen/", {"name": "Vroeg"}).status_code == 302
    for address in ("gegevens/", "cao/nieuw/?cao=glastuinbouw"):
        assert jet.get(ANKER + address).status_code == 404
        assert ANKER + address not in jet.get(ANKER).content.decode()
    assert jet.post(f"{ANKER}archief/").status_code == 404


@pytest.mark.parametrize("many", [2, 40])
def test_the_list_takes_as_many_statements_for_any_number(
    ria, cast, many, django_assert_max_num_queries
):
    for n in range(many):
        made = Client.objects.create(agency=cast.agency, name=f"K{n}", slug=f"k{n}")
        member(cast.anna, made)
    with django_assert_max_num_queries(8):
        ria.get(reverse("office_clients"))
