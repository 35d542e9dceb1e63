"""Manual entries, long work, what is not sent twice, and what a supplier takes back."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import MONDAY, WEEK, entry, placed
from tests.exchange.files import csv, many
from tests.exchange.handing import agreed, approved
from werkbrief.config.errands import JOBS
from werkbrief.exchange.models import Scope, Supplied
from werkbrief.jobs.actions import work_through
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import Assignment, JobFunction, Worker
from werkbrief.timesheets.models import ManualEntry

HERE = f"/clients/anker/weeks/{WEEK}"
SLIP = {
    "who": "Bob, nieuw",
    "job_function": "Inpakker",
    "days": [str(MONDAY)],
    "start": "7:00",
    "end": "15:30",
    "break_minutes": 30,
}
SETU = "/setu/purchase-to-pay"
PERSON = {
    "person": {
        "id": [{"value": "29b2", "schemeAgencyId": "Supplier"}],
        "name": {"formattedName": "Mo Salah"},
        "birthDate": "2000-10-23",
        "legalId": {"value": "123456782", "schemeAgencyId": "BSN"},
    }
}
PLACED = {
    "documentId": {"value": "P-17"},
    "customer": {"id": [{"value": "anker"}], "legalId": {"value": "anker"}},
    "assignedWorker": {"workerId": {"value": "29b2", "schemeAgencyId": "Supplier"}},
    "positionProfile": {
        "positionTitle": "Inpakker",
        "positionPeriod": {"start": "2026-11-02"},
    },
    "payRates": [{"amount": {"value": 19.7, "currency": {"value": "EUR"}}}],
}
V2 = {"setuVersionId": "2.0"}


@pytest.fixture
def function(cast):
    return JobFunction.objects.create(client=cast.anker, name="Inpakker")


def work():
    return work_through(JOBS, clock=timezone.now)


def test_a_list_that_did_not_change_is_not_sent_again(cast, machine):
    entry(placed(cast.anker, number="1001"))
    for path in (f"{HERE}/entries", f"{HERE}/shifts", "/clients", "/receivers"):
        first = machine("GET", path)
        again = machine("GET", path, **{"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
    tag = machine("GET", f"{HERE}/entries")["ETag"]
    entry(placed(cast.anker, "Yılmaz, Zoë", number="1002"))
    changed = machine("GET", f"{HERE}/entries", **{"If-None-Match": f"W/{tag}"})
    assert (changed.status_code, len(changed.json()["items"])) == (200, 2)


def test_a_manual_entry_is_passed_on_once_and_seen_at_the_office(machine, function):
    made = machine("POST", "/clients/anker/manual-entries", SLIP)
    assert made.status_code == 201, made.content
    assert machine("POST", "/clients/anker/manual-entries", SLIP).json() == made.json()
    (slip,) = ManualEntry.objects.all()
    assert (slip.who, slip.by) == ("Bob, nieuw", machine.token.acts_as)
    seen = machine("GET", f"/manual-entries/{slip.pk}").json()
    assert (seen["state"], seen["days"][0]["break_minutes"]) == ("pending", 30)
    (listed,) = machine("GET", "/clients/anker/manual-entries").json()["items"]
    assert listed == seen


def test_a_manual_entry_of_an_unknown_function_names_those_there_are(machine, function):
    told = machine(
        "POST", "/clients/anker/manual-entries", SLIP | {"job_function": "Kok"}
    )
    assert told.status_code == 409
    assert told.json()["errors"][0]["field"] == "job_function"
    assert "Inpakker" in told.json()["detail"]


def test_manual_entries_of_another_client_do_not_exist(cast, token_of, function):
    mine = token_of(Scope.MANUAL, clients=[cast.boot])
    assert mine("GET", "/clients/anker/manual-entries").status_code == 404
    assert mine("POST", "/clients/anker/manual-entries", SLIP).status_code == 404
    made = token_of()("POST", "/clients/anker/manual-entries", SLIP).json()
    assert mine("GET", f"/manual-entries/{made['id']}").status_code == 404
    assert token_of(Scope.PAY)("GET", "/manual-entries/1").status_code == 404


def test_a_payroll_file_is_asked_for_and_fetched_later(cast, machine):
    agreed(cast.anker)
    approved(cast, placed(cast.anker, number="1001"), MONDAY)
    told = {"since": "2026-01-01", "until": "2026-12-31"}
    job = machine("POST", "/exports", told)
    assert (job.status_code, job.json()["state"]) == (202, "waiting")
    here = f"/jobs/{job.json()['id']}"
    assert machine("GET", f"{here}/file").status_code == 409
    work()
    done = machine("GET", here).json()
    assert (done["state"], done["file_name"][-5:]) == ("done", ".xlsx")
    file = machine("GET", f"{here}/file")
    assert len(b"".join(file.streaming_content)) == done["file_size"]


def test_a_period_longer_than_a_year_is_refused(machine):
    told = {"since": "2024-01-01", "until": "2026-12-31"}
    assert machine("POST", "/exports", told).status_code == 422


def test_a_big_file_comes_in_as_a_job_that_names_its_mistakes(cast, machine):
    rows = many(2)
    rows[3] = (*rows[3][:6], "zeven", *rows[3][7:])
    job = machine("POST", "/imports?background=true", csv(*rows)).json()
    work()
    told = machine("GET", f"/jobs/{job['id']}").json()
    assert (told["state"], told["errors"][0]["line"]) == ("failed", 5)
    assert not Shift.objects.exists()


def test_a_job_of_another_kind_or_agency_does_not_exist(cast, machine, token_of):
    job = machine(
        "POST", "/exports", {"since": "2026-01-01", "until": "2026-01-02"}
    ).json()
    assert token_of(Scope.IMPORT)("GET", f"/jobs/{job['id']}").status_code == 404
    other = token_of(agency=cast.other_agency, by=cast.daan)
    assert other("GET", f"/jobs/{job['id']}").status_code == 404


def test_what_was_brought_is_shown_without_what_is_nobodys_business(machine):
    path = f"{SETU}/human-resource/een"
    assert machine("GET", path).status_code == 404
    machine("POST", path, PERSON, **V2)
    told = machine("GET", path).json()
    assert told["person"]["name"]["formattedName"] == "Mo Salah"
    assert "birthDate" not in json.dumps(told)
    assert "123456782" not in json.dumps(Supplied.objects.get().kept)


def test_an_xml_message_is_given_back_as_xml(machine):
    body = b"""<HumanResource xmlns="https://ontology.setu.nl/messages"><person>
      <id><value>29b2</value></id><name><formattedName>Mo</formattedName></name>
      <birthDate>2000-10-23</birthDate></person></HumanResource>"""
    path = f"{SETU}/human-resource/een"
    assert machine("PUT", path, body, **V2).status_code == 200
    told = machine("GET", path)
    assert told["Content-Type"] == "application/xml"
    assert b"<formattedName>Mo</formattedName>" in told.content
    assert b"birthDate" not in told.content


def test_a_placement_that_is_taken_away_before_it_began_is_gone(cast, machine):
    machine("POST", f"{SETU}/human-resource/een", PERSON, **V2)
    made = machine("POST", f"{SETU}/assignment/twee", PLACED, **V2)
    assert made.status_code == 201, made.content
    assert Assignment.objects.get().number == "P-17"
    assert "payRates" not in machine("GET", f"{SETU}/assignment/twee").json()
    still = machine("DELETE", f"{SETU}/human-resource/een")
    assert (still.status_code, "plaatsingen" in still.json()["detail"]) == (409, True)
    assert machine("DELETE", f"{SETU}/assignment/twee").status_code == 204
    assert not Assignment.objects.exists()
    assert machine("DELETE", f"{SETU}/human-resource/een").status_code == 204
    assert not Worker.objects.filter(payroll_number="29b2").exists()
    assert machine("DELETE", f"{SETU}/human-resource/een").status_code == 404


def test_a_placement_that_was_worked_on_ends_today(cast, machine):
    machine("POST", f"{SETU}/human-resource/een", PERSON, **V2)
    begun = timezone.localdate() - timedelta(days=30)
    body = json.loads(json.dumps(PLACED))
    body["positionProfile"]["positionPeriod"]["start"] = str(begun)
    machine("POST", f"{SETU}/assignment/twee", body, **V2)
    entry(Assignment.objects.get(), begun)
    assert machine("DELETE", f"{SETU}/assignment/twee").status_code == 204
    assert Assignment.objects.get().ends_on == timezone.localdate()


def test_a_planning_that_is_taken_away_is_off(cast, machine):
    body = {
        "customer": {"id": [{"value": "anker"}]},
        "assignedWorker": {
            "assignedStatus": True,
            "workerId": {"value": "29b2"},
            "person": {"name": {"formattedName": "Mo"}},
        },
        "positionProfile": {"positionTitle": "Inpakker"},
        "singlePlanningLine": [
            {
                "startDateTime": "2026-11-16T07:00:00+01:00",
                "endDateTime": "2026-11-16T15:00:00+01:00",
            }
        ],
    }
    path = f"{SETU}/planning-assignment/drie"
    made = machine("POST", path, body, **V2)
    assert made.status_code == 201, made.content
    assert Shift.objects.standing().count() == 1
    assert machine("DELETE", path).status_code == 204
    assert not Shift.objects.standing().exists()


def test_what_another_agency_brought_does_not_exist(cast, machine, token_of):
    machine("POST", f"{SETU}/human-resource/een", PERSON, **V2)
    few = token_of(Scope.IMPORT, clients=[cast.anker])
    for method in ("GET", "DELETE"):
        assert few(method, f"{SETU}/human-resource/een").status_code == 404
        assert machine(method, f"{SETU}/loonstrook/een").status_code == 404
