"""Workers in the office: found, enrolled, placed, put away (S7)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import MONDAY, entry, placed, shift
from werkbrief.journal.models import Event
from werkbrief.staffing.models import Assignment, JobFunction, Worker
from werkbrief.words.weeks import Week

LIST = "/kantoor/medewerkers/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def worker(cast):
    return placed(cast.anker, "Dąbrowski, Łukasz", "10234").worker


def seen(page):
    return page.context["form"]["gezien"].value()


@pytest.mark.parametrize("query", ["lukasz", "dabr luk", "10234", "Łukasz Dąbrowski"])
def test_a_worker_is_found_by_any_part_of_name_or_number(jet, worker, query):
    text = jet.get(LIST, {"zoek": query}).content.decode()
    assert "Dąbrowski, Łukasz" in text
    assert "Anker" in text


def test_the_other_agencys_workers_are_not_there(cast, jet, worker):
    other = placed(cast.duin, "Berg, Joris")
    assert "Berg" not in jet.get(LIST).content.decode()
    assert jet.get(f"{LIST}{other.worker_id}/").status_code == 404
    address = f"{LIST}{worker.pk}/plaatsingen/{other.pk}/"
    assert jet.get(address).status_code == 404


def test_a_payroll_number_belongs_to_one_person(cast, jet, worker):
    page = jet.post(
        f"{LIST}nieuw/", {"name": "Jansen, Piet", "payroll_number": "10234"}
    )
    assert page.status_code == 422
    assert "payroll_number" in page.context["form"].errors
    jet.post(f"{LIST}nieuw/", {"name": "van den Berg, Jo", "payroll_number": "10235"})
    made = Worker.objects.get(payroll_number="10235")
    assert (made.agency, made.sort_name) == (cast.agency, "berg, jo")


def test_somebody_is_placed_at_a_client_in_a_function_of_that_client(cast, jet, worker):
    ours = JobFunction.objects.create(client=cast.boot, name="Dekknecht")
    theirs = JobFunction.objects.get(client=cast.anker)
    new = f"{LIST}{worker.pk}/plaatsingen/nieuw/?opdrachtgever=boot"
    typed = {"starts_on": "2026-12-01", "contract_minutes": "37,5"}
    wrong = jet.post(new, typed | {"job_function": theirs.pk})
    assert wrong.status_code == 422
    jet.post(new, typed | {"job_function": ours.pk})
    made = Assignment.objects.get(client=cast.boot)
    assert (made.worker, made.contract_minutes) == (worker, 37 * 60 + 30)
    assert Event.objects.get(verb="staffing.made").reason.startswith("Dąbrowski")


def test_an_assignment_ends_and_not_before_it_began(cast, jet, worker):
    held = worker.assignments.get()
    one = f"{LIST}{worker.pk}/plaatsingen/{held.pk}/"
    typed = {"job_function": held.job_function_id, "starts_on": "2026-01-01"}
    old = seen(jet.get(one))
    page = jet.post(one, typed | {"ends_on": "2025-12-31", "gezien": old})
    assert "De laatste dag ligt voor de eerste" in page.content.decode()
    jet.post(one, typed | {"ends_on": "2026-11-30", "gezien": old})
    held.refresh_from_db()
    assert held.ends_on == date(2026, 11, 30)


def test_the_end_of_a_placement_asks_first_what_becomes_of_later_shifts(
    cast, jet, worker
):
    held = worker.assignments.get()
    one = f"{LIST}{worker.pk}/plaatsingen/{held.pk}/"
    monday = Week.of(timezone.localdate()).next.monday
    entry(held, monday)
    for days in (1, 8):
        shift(held, monday + timedelta(days=days))
    typed = {
        "job_function": held.job_function_id,
        "starts_on": "2026-01-01",
        "ends_on": str(monday),
        "gezien": seen(jet.get(one)),
    }
    asked = jet.post(one, typed)
    assert asked.status_code == 422
    assert "staan nog 2 diensten gepland" in asked.content.decode()
    assert "Laat die 2 diensten vervallen" in asked.content.decode()
    shift(held, monday + timedelta(days=9))
    again = jet.post(one, typed | {"vervalt": "2"})
    assert "staan nog 3 diensten gepland" in again.content.decode()
    assert held.shifts.standing().count() == 4
    told = jet.post(one, typed | {"vervalt": "3"}, follow=True).content.decode()
    assert "3 diensten zijn vervallen" in told
    held.refresh_from_db()
    assert held.ends_on == monday
    assert held.shifts.standing().count() == 1
    deed = Event.objects.get(verb="planning.planned")
    assert (deed.by, deed.reason) == (cast.jet, "plaatsing eindigt")
    assert deed.changes.count() == 3


def test_a_placement_does_not_end_before_hours_that_were_worked(cast, jet, worker):
    held = worker.assignments.get()
    one = f"{LIST}{worker.pk}/plaatsingen/{held.pk}/"
    entry(held, MONDAY, is_touched=True)
    typed = {"job_function": held.job_function_id, "starts_on": "2026-01-01"}
    typed["gezien"] = seen(jet.get(one))
    page = jet.post(one, typed | {"ends_on": "2026-11-01", "vervalt": "1"})
    assert "zijn nog uren ingevuld of goedgekeurd" in page.content.decode()
    assert held.shifts.standing().count() == 1


def test_who_was_second_overwrites_nothing(jet, worker):
    facts = f"{LIST}{worker.pk}/gegevens/"
    old = {"payroll_number": "10234", "gezien": seen(jet.get(facts))}
    jet.post(facts, old | {"name": "Dąbrowski, Lukas"})
    assert jet.post(facts, old | {"name": "D"}).status_code == 409
    assert Worker.objects.get().name == "Dąbrowski, Lukas"


def test_whoever_still_works_somewhere_is_not_put_away(jet, worker):
    shelf = f"{LIST}{worker.pk}/archief/"
    assert "loopt nog 1" in jet.post(shelf, follow=True).content.decode()
    yesterday = timezone.localdate() - timedelta(days=1)
    worker.assignments.update(ends_on=yesterday)
    jet.post(shelf, follow=True)
    assert "Dąbrowski" not in jet.get(LIST).content.decode()
    assert "Dąbrowski" in jet.get(f"{LIST}?archief").content.decode()


def test_a_link_is_given_from_the_page_itself(jet, worker):
    given = {"taal": "pl", "terug": "medewerker"}
    page = jet.post(f"/kantoor/links/{worker.pk}/gift/", given, follow=True)
    assert page.redirect_chain[-1][0] == f"{LIST}{worker.pk}/"
    assert worker.personal_links.get().token in page.content.decode()


@pytest.mark.parametrize("many", [2, 60])
def test_the_list_takes_as_many_statements_for_any_number(
    cast, jet, many, django_assert_max_num_queries
):
    for n in range(many):
        placed(cast.anker, f"Groep{n}, X")
    with django_assert_max_num_queries(6):
        jet.get(LIST)
