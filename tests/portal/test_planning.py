"""The Werkplanning screen: what a client sees of its week."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import MONDAY, WEEK, crowd, placed, shift, times
from werkbrief.planning.models import Absence, StaffingOrder
from werkbrief.staffing.models import Crew, Department, JobFunction, Right


@pytest.fixture
def look(cast, signed_in):
    """The schedule of Anker's week as Anna gets it: text without tags."""

    def look(week=WEEK, user=None, client="anker", **query):
        address = reverse("planning", args=[client, week])
        return signed_in(user or cast.anna).get(address, query)

    return look


def order(client, department, count, start="7:30", **more):
    function, _ = JobFunction.objects.get_or_create(client=client, name="Teler")
    hall, _ = Department.objects.get_or_create(client=client, name=department)
    first, last = times(MONDAY, start, "16:00")
    return StaffingOrder.objects.create(
        agency=client.agency,
        client=client,
        job_function=function,
        department=hall,
        headcount=count,
        start=first,
        end=last,
        break_minutes=30,
        **more,
    )


def text(answer):
    """What is read: no tags, single spaces."""
    html = answer.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_shift_shows_start_end_break_and_total(cast, look):
    """S3.1, S3.2, S3.3, S3.4, S3.5: who is planned this week, and when."""
    shift(placed(cast.anker), start="8:30", end="17:00", pause=45)
    said = text(look())
    assert "Kowalski, Anna" in said
    assert "08:30–17:00 45 7:45" in said


def test_another_weeks_and_another_clients_shifts_are_not_here(cast, look):
    shift(placed(cast.anker, "Volgende, Week"), day=WEEK.next.monday)
    shift(placed(cast.boot, "Bij, Boot"))
    shift(placed(cast.anker, "Weg, Gehaald"), is_cancelled=True)
    said = text(look())
    assert not any(who in said for who in ("Volgende", "Bij, Boot", "Weg, Gehaald"))
    assert "Niemand ingepland in week 47" in said


def test_workers_stand_by_department_crew_and_function(cast, look):
    """S3.6, S3.7, S3.8: a level that a client doesn't use doesn't show."""
    inside = placed(cast.anker, "Nowak, Piotr", department="Inpak", function="Inpakker")
    inside.crew = Crew.objects.create(client=cast.anker, name="dagploeg")
    inside.save()
    shift(inside)
    shift(placed(cast.anker, "Losse, Lies", function="Chauffeur"))
    said = text(look())
    assert "Inpak · dagploeg Inpakker · 1 medewerker" in said
    assert "Chauffeur 1 medewerker" in said


def test_under_each_group_stand_its_hours(cast, look):
    """S3.9: a subtotal of hours per day and for the week."""
    for day in (0, 1):
        shift(placed(cast.anker, department="Inpak"), day=MONDAY + timedelta(day))
    shift(placed(cast.anker, "Nowak, P", department="Oogst"), pause=0)
    said = text(look())
    inpak, oogst = re.findall(r"Subtotaal (?:Inpak|Oogst) uren ((?:[\d:]+ ){8})", said)
    assert inpak.split() == ["8:00", "8:00", *["0:00"] * 5, "16:00"]
    assert oogst.split() == ["8:30", *["0:00"] * 6, "8:30"]


def test_under_each_group_stands_what_was_asked_filled_and_open(cast, look):
    """S3.10: 3 asked for, 1 works there, 2 open; another hall's order stays there."""
    shift(placed(cast.anker, department="Inpak"))
    order(cast.anker, "Inpak", 3)
    order(cast.anker, "Oogst", 2)
    said = text(look())
    assert "Subtotaal Inpak uren · aanvragen 8:00 1/3 aanvragen gevuld 2 open" in said
    assert "0:00 0/2 aanvragen gevuld 2 open" in said


def test_one_worker_fills_one_place_only(cast, look):
    shift(placed(cast.anker, department="Inpak"), start="7:45")
    order(cast.anker, "Inpak", 1)
    order(cast.anker, "Inpak", 1, start="7:45")
    assert "1/2 aanvragen gevuld 1 open" in text(look())


def test_who_works_an_hour_of_it_doesnt_fill_a_place(cast, look):
    shift(placed(cast.anker, department="Inpak"), start="15:00", end="20:00")
    order(cast.anker, "Inpak", 1)
    assert "0/1 aanvragen gevuld 1 open" in text(look())


def test_at_the_foot_stand_the_totals_over_everything(cast, look):
    """S3.11: hours and requests of all groups."""
    shift(placed(cast.anker, department="Inpak"))
    shift(placed(cast.anker, "Nowak, P", department="Oogst"))
    order(cast.anker, "Inpak", 1)
    order(cast.anker, "Oogst", 2)
    said = text(look())
    assert "Totaal uren · aanvragen 16:00 2/3 aanvragen gevuld 1 open" in said


@pytest.fixture
def mornings(cast):
    shift(placed(cast.anker, "Vroeg, V"), start="8:30", end="17:00")
    shift(placed(cast.anker, "Kort, K"), start="8:30", end="12:00", pause=0)
    late = placed(cast.anker, "Laat, L")
    shift(late, start="9:00", end="17:00")
    shift(late, day=MONDAY + timedelta(1), start="8:30", end="16:00")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"start": "08:30"}, {"Vroeg, V", "Kort, K", "Laat, L"}),
        ({"start": "8.30"}, {"Vroeg, V", "Kort, K", "Laat, L"}),
        ({"start": "09:00"}, {"Laat, L"}),
        ({"eind": "17:00"}, {"Vroeg, V", "Laat, L"}),
        ({"start": "830", "eind": "1700"}, {"Vroeg, V"}),
        ({"start": "08:31"}, set()),
    ],
)
def test_times_filter_exactly_and_combine(look, mornings, query, shown):
    """S3.1.1, S3.1.2, S3.1.3, S3.1.4: who has a shift of that start and that end."""
    said = text(look(**query))
    assert {n for n in ("Vroeg, V", "Kort, K", "Laat, L") if n in said} == shown


def test_names_numbers_and_places_filter_too(cast, look):
    shift(placed(cast.anker, "Dąbrowski, Łukasz", "4711", department="Inpak"))
    shift(placed(cast.anker, "Nowak, Piotr", "4712", department="Oogst"))
    for query in ({"zoek": "lukasz"}, {"zoek": "4711"}, {"afdeling": "Inpak"}):
        said = text(look(**query))
        assert "Dąbrowski" in said
        assert "Nowak" not in said
    assert "Niets gevonden met deze filters" in text(look(functie="Kok"))


def test_the_absent_stand_as_absent_and_don_t_count(cast, look):
    away = placed(cast.anker, department="Inpak")
    shift(away)
    order(cast.anker, "Inpak", 1)
    Absence.objects.create(
        agency=cast.agency, worker=away.worker, starts_on=MONDAY, ends_on=MONDAY
    )
    said = text(look())
    assert "afwezig" in said
    assert "Totaal uren · aanvragen 0:00 0/1 aanvragen gevuld 1 open" in said


def test_who_is_narrowed_sees_only_those_departments(cast, look):
    shift(placed(cast.anker, "Binnen, B", department="Inpak"))
    shift(placed(cast.anker, "Buiten, B", department="Oogst"))
    order(cast.anker, "Oogst", 5)
    cast.annas.is_narrowed = True
    cast.annas.save()
    cast.annas.departments.add(Department.objects.get(name="Inpak"))
    said = text(look())
    assert "Binnen, B" in said
    assert "Buiten" not in said
    assert "aanvragen gevuld" not in said


def test_week_and_filters_travel_to_the_other_screens_and_weeks(cast, look):
    """S2.4: the address holds them, in every link of the bar and the menu."""
    shift(placed(cast.anker))
    page = look(start="07:30", zoek="kow").content.decode()
    hrefs = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', page)]
    hours = reverse("timesheets", args=["anker", WEEK])
    onward = reverse("planning", args=["anker", WEEK.next])
    for address in (hours, onward):
        found = [link for link in hrefs if link.startswith(f"{address}?")]
        assert found
        assert all("start=07%3A30" in link and "zoek=kow" in link for link in found)


def test_without_the_right_there_is_no_screen_and_no_menu_item(cast, look):
    """S2.1."""
    cast.annas.rights = [Right.SEE_TIMESHEETS.value]
    cast.annas.save()
    assert look().status_code == 404
    assert look(user=cast.bram).status_code == 404


def test_the_number_of_queries_is_the_same_for_many(
    cast, signed_in, django_assert_max_num_queries
):
    anna = signed_in(cast.anna)
    address = reverse("planning", args=["anker", WEEK])
    crowd(cast.anker, 20)
    with django_assert_max_num_queries(12) as few:
        anna.get(address)
    crowd(cast.anker, 180)
    with django_assert_max_num_queries(12) as many:
        anna.get(address)
    assert len(many) == len(few)
