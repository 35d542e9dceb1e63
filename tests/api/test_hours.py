"""A machine reads a week, changes hours and judges them as a person would."""

from decimal import Decimal

import pytest

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, placed
from tests.exchange.handing import agreed, approve, approved, receiver
from werkbrief.journal.models import Event
from werkbrief.pay.actions import Setting, set_by_hand
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import HourKind, Worker
from werkbrief.timesheets.models import Decision

HERE = f"/clients/anker/weeks/{WEEK}"


@pytest.fixture
def hours(cast):
    return entry(placed(cast.anker, number="1001", department="Kas 1"))


def seen(machine, hours):
    return machine("GET", f"/entries/{hours.pk}")["ETag"]


def test_an_entry_says_who_when_and_how_it_stands(machine, hours):
    found = machine("GET", f"{HERE}/entries").json()["items"][0]
    assert found["worker_number"] == "1001"
    assert (found["start"], found["worked_minutes"]) == (
        "2026-11-16T07:30:00+01:00",
        480,
    )
    assert (found["state"], found["department"]) == ("open", "Kas 1")


def test_pages_follow_each_other_without_gaps_or_doubles(cast, machine):
    made = [one.pk for one in crowd(cast.anker, 7)]
    found, cursor = [], ""
    while cursor is not None:
        body = machine("GET", f"{HERE}/entries?limit=10&cursor={cursor}").json()
        found += [one["id"] for one in body["items"]]
        cursor = body["next"]
    assert found == sorted(made)
    assert machine("GET", f"{HERE}/entries?cursor=onzin").status_code == 400
    assert machine("GET", f"{HERE}/entries?limit=5000").status_code == 422


def test_hours_change_with_the_version_that_was_seen(cast, machine, hours):
    tag = seen(machine, hours)
    answer = machine(
        "PATCH", f"/entries/{hours.pk}", {"end": "17:00"}, **{"If-Match": tag}
    )
    assert (answer.status_code, answer.json()["worked_minutes"]) == (200, 540)
    assert answer.json()["state"] == "changed"
    assert answer["ETag"] != tag
    assert Event.objects.get(verb="timesheets.changed").by == cast.jet


def test_a_change_without_or_with_an_old_version_is_refused(machine, hours):
    path = f"/entries/{hours.pk}"
    assert machine("PATCH", path, {"end": "17:00"}).status_code == 428
    tag = seen(machine, hours)
    machine("PATCH", path, {"end": "17:00"}, **{"If-Match": tag})
    late = machine("PATCH", path, {"end": "18:00"}, **{"If-Match": tag})
    assert (late.status_code, "intussen" in late.json()["detail"]) == (412, True)


def test_a_time_that_is_none_is_told_at_its_field(machine, hours):
    tag = seen(machine, hours)
    answer = machine(
        "PATCH", f"/entries/{hours.pk}", {"start": "zeven"}, **{"If-Match": tag}
    )
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["field"] == "start"
    unknown = machine("PATCH", f"/entries/{hours.pk}", {"loon": 9}, **{"If-Match": tag})
    assert unknown.status_code == 422


def test_a_judgement_is_final(machine, hours):
    path, tag = f"/entries/{hours.pk}/decision", seen(machine, hours)
    why = machine("PUT", path, {"verdict": "rejected"}, **{"If-Match": tag})
    assert "reden" in why.json()["detail"]
    told = machine("PUT", path, {"verdict": "approved"}, **{"If-Match": tag})
    assert told.json()["state"] == "approved"
    again = machine(
        "PUT",
        path,
        {"verdict": "rejected", "reason": "other"},
        **{"If-Match": told["ETag"]},
    )
    assert (again.status_code, "staan al vast" in again.json()["detail"]) == (409, True)
    assert Decision.objects.count() == 1


def test_pay_lines_are_those_of_approved_hours(cast, machine, hours):
    agreed(cast.anker)
    made = approved(cast, hours.assignment, MONDAY.replace(day=17), "15:00", "23:30")
    items = machine("GET", f"{HERE}/pay-lines").json()["items"]
    assert {one["entry"] for one in items} == {made.pk}
    assert [one["percent"] for one in items] == ["100", "150"]
    assert [one["by_hand"] for one in items] == [None, None]


def test_a_line_is_called_as_the_agency_calls_it(cast, machine, hours):
    cast.agency.hour_types.create(
        name="Avonduren", code="1150", kind=HourKind.IRREGULAR, percent=150
    )
    agreed(cast.anker)
    approved(cast, hours.assignment, MONDAY.replace(day=17), "15:00", "23:30")
    regular, evening = machine("GET", f"{HERE}/pay-lines").json()["items"]
    assert (regular["hour_type"], regular["hour_code"]) == ("normaal", "")
    assert (evening["hour_type"], evening["hour_code"]) == ("Avonduren", "1150")


def test_a_line_that_was_set_by_hand_tells_both_rates(cast, machine, hours):
    agreed(cast.anker)
    made = entry(hours.assignment, MONDAY.replace(day=17), "15:00", "23:30", 0)
    setting = Setting(("avond", False, "150", 210), Decimal(135), "afgesproken")
    scope = cast.anker.time_entries.all()
    set_by_hand(scope, made.pk, setting, by=cast.anna, at=NOW)
    approve(cast, made)
    _, evening = machine("GET", f"{HERE}/pay-lines").json()["items"]
    assert evening["percent"] == "135"
    assert evening["by_hand"] == {
        "computed_percent": "150",
        "set_percent": "135",
        "reason": "afgesproken",
        "is_to_judge": False,
    }


def test_the_planning_is_there(machine, hours):
    (found,) = machine("GET", f"{HERE}/shifts").json()["items"]
    assert (found["worker_number"], found["break_minutes"]) == ("1001", 30)
    assert machine("GET", "/clients/anker/weeks/2025-W53/shifts").status_code == 404


CSV = (
    "Opdrachtgever;Functie;Loonnummer;Naam;Datum;Start;Eind\r\n"
    "Anker;Teler;77;Bakker, Bram;{day};{start};15:30"
)


def test_a_planning_comes_in_on_trial_and_then_for_good(machine, cast):
    from django.utils import timezone  # noqa: PLC0415

    body = CSV.format(day=f"{timezone.localdate():%d-%m-%Y}", start="7:00").encode()
    told = machine("POST", "/imports?trial=true", body).json()
    assert (told["created"], Shift.objects.count()) == (1, 0)
    misspelt = machine("POST", "/imports?trail=true", body)
    assert (misspelt.status_code, Shift.objects.count()) == (422, 0)
    assert machine("POST", "/imports", body).json()["created"] == 1
    assert machine("POST", "/imports", body).json()["created"] == 0
    clocked = machine("POST", "/imports?what=hours&trial=true", body)
    assert clocked.status_code in {200, 422}, "the day may not be over yet"
    wrong = machine("POST", "/imports", CSV.format(day="gisteren", start="7").encode())
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["line"] == 2


def test_a_week_is_handed_over_once(cast, machine, hours):
    agreed(cast.anker)
    approved(cast, hours.assignment, MONDAY.replace(day=17))
    to = receiver(cast)
    path = f"/receivers/{to.pk}/batches"
    made = machine("POST", path, {"week": str(WEEK)})
    assert made.status_code == 201
    assert made.json()["deliveries"][0]["fate"] == "ready"
    assert machine("POST", path, {"week": str(WEEK)}).status_code == 409
    again = machine("GET", f"/batches/{made.json()['id']}").json()
    assert again == made.json()


PERSON = {
    "person": {
        "id": [{"value": "718", "schemeAgencyId": "Supplier"}],
        "name": {"formattedName": "Lennon, John"},
        "legalId": {"value": "123456782", "schemeAgencyId": "BSN"},
    }
}


def test_a_suppliers_system_brings_people_by_the_standards_own_address(cast, machine):
    from tests.exchange.files import whole_database  # noqa: PLC0415

    path = "/setu/purchase-to-pay/human-resource/0b0e7a52-0000-4000-8000-000000000001"
    made = machine("POST", path, PERSON, setuVersionId="2.0")
    assert (made.status_code, made.json()) == (201, PERSON)
    assert machine("PUT", path, PERSON, setuVersionId="2.0").status_code == 200
    assert Worker.objects.get(payroll_number="718").name == "Lennon, John"
    assert "123456782" not in whole_database()
    assert machine("PUT", path, PERSON, setuVersionId="1.4").status_code == 400
    assert (
        machine("POST", path.replace("human-resource", "invoice"), PERSON).status_code
        == 404
    )
    bad = machine("POST", path, {"person": {}})
    assert (bad.status_code, "personeelsnummer" in bad.content.decode()) == (422, True)
