"""The sector's own messages come in, and what is nobody's business stays out."""

import json
import os
from pathlib import Path

import pytest

from tests.exchange.files import everything, whole_database
from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.planning.models import (
    Absence,
    BaseBlock,
    BaseSchedule,
    Shift,
    StaffingOrder,
)
from werkbrief.staffing.models import Assignment, Client, Worker
from werkbrief.words.clock import clock, day_of

BESIDE = Path(__file__).parents[3] / "shared/setu/examples"
EXAMPLES = Path(os.environ.get("WERKBRIEF_SETU_EXAMPLES", BESIDE))
BOTH = pytest.mark.parametrize("syntax", ["json", "xml"])
SECRETS = (
    "04c08f96bdd",
    "2000-10-23",
    "BSN",
    "9001 HL",
    "Mystreet",
    "0644353183",
    "jelte.bootsma",
    "2a1903a2cb4",
)
YESTERDAY = b"""{
  "assignedWorker": {"assignedStatus": true, "workerId": {"value": "1"}},
  "customer": {"id": [{"value": "x"}]},
  "singlePlanningLine": [{"startDateTime": "gisteren"}]
}"""


def example(name, syntax):
    file = EXAMPLES / f"{name}_v2.0.{syntax}"
    if not file.exists():
        pytest.skip(f"de officiële SETU-voorbeelden staan niet in {EXAMPLES}")
    return file.read_bytes()


@pytest.fixture
def tholen(agency):
    return Client.objects.create(
        agency=agency, name="Tholen", slug="tholen", number="OTTO_NLTHO001"
    )


@pytest.fixture
def restaurant(agency):
    return Client.objects.create(
        agency=agency, name="Restaurant X", slug="x", number="d45887 ba13a"
    )


@BOTH
def test_a_human_resource_becomes_a_number_and_a_name(take, syntax):
    content = example("HumanResourceExample", syntax)
    outcome = take(content)
    assert not outcome.mistakes
    worker = Worker.objects.get()
    assert (worker.payroll_number, worker.name) == ("718ccad5908", "John Lennon")
    before = everything()
    assert take(content).does_nothing
    assert everything() == before


@BOTH
def test_citizen_number_birth_date_and_address_are_nowhere(take, syntax):
    content = example("HumanResourceExample", syntax)
    for secret in SECRETS[:5]:
        assert secret.encode() in content
    take(content)
    database = whole_database()
    assert "John Lennon" in database
    assert not [secret for secret in SECRETS if secret in database]


@BOTH
def test_an_assignment_is_placed_with_a_worker_who_is_known(
    take, agency, restaurant, syntax
):
    content = example("AssignmentExample", syntax)
    outcome = take(content)
    assert "29b2b0713de is nieuw" in outcome.mistakes[0].remedy
    Worker.objects.create(agency=agency, payroll_number="29b2b0713de", name="Mo")
    assert not take(content).mistakes
    placed = Assignment.objects.get()
    assert placed.client == restaurant
    assert placed.job_function.name == "Afwasser"
    assert placed.department.name == "71cbc0 566c6"
    assert placed.cost_center.name == "90b28a fb9a4"
    assert (placed.number, placed.contract_minutes) == ("14b3fa 07e26", 480)
    assert (str(placed.starts_on), str(placed.ends_on)) == ("2024-10-23", "2024-12-24")
    before = everything()
    assert take(content).does_nothing
    assert everything() == before


def test_an_assignment_of_version_14_is_placed_too(take, agency):
    file = EXAMPLES / "AssignmentExample_v1.4.xml"
    if not file.exists():
        pytest.skip(f"de officiële SETU-voorbeelden staan niet in {EXAMPLES}")
    content = file.read_bytes()
    welding = Client.objects.create(
        agency=agency, name="Staal", slug="staal", number="223445"
    )
    Worker.objects.create(agency=agency, payroll_number="179943169", name="Piet")
    assert not take(content).mistakes
    placed = Assignment.objects.get()
    assert (placed.client, placed.number) == (welding, "1234/1234561")
    assert placed.job_function.name == "Lasser"
    assert (placed.department.name, placed.cost_center.name) == (
        "Productie",
        "Staalproductie",
    )
    assert (str(placed.starts_on), str(placed.ends_on)) == ("2017-08-01", "2018-02-01")
    assert placed.contract_minutes == 32 * 60
    assert take(content).does_nothing


@BOTH
def test_a_planning_assignment_becomes_a_shift_and_a_base_schedule(
    take, tholen, syntax
):
    content = example("PlanningAssignment_Example", syntax)
    assert not take(content).mistakes
    shift = Shift.objects.get()
    assert str(day_of(shift.start)) == "2022-09-14"
    assert (clock(shift.start), clock(shift.end)) == ("07:00", "16:00")
    assert shift.break_minutes == 0, "a paid break is work"
    assert shift.worker.name == "Doe, John"
    schedule = BaseSchedule.objects.get()
    assert str(schedule.valid_from) == "2023-06-13"
    block = BaseBlock.objects.get()
    assert (block.weekday, block.start, block.end) == (0, 7 * 60, 16 * 60)
    before = everything()
    assert take(content).does_nothing
    assert everything() == before


def test_a_withdrawn_planning_cancels_the_shift(take, tholen):
    message = json.loads(example("PlanningAssignment_Example", "json"))
    take(json.dumps(message).encode())
    message["assignedWorker"]["assignedStatus"] = False
    assert take(json.dumps(message).encode()).cancelled == 1


def test_an_unpaid_break_is_no_work(take, tholen):
    message = json.loads(example("PlanningAssignment_Example", "json"))
    message["singlePlanningLine"][0]["breaks"][0]["paidOrUnpaid"] = "Unpaid"
    take(json.dumps(message).encode())
    assert Shift.objects.get().break_minutes == 30


def test_several_messages_come_in_as_one(take, agency, tholen):
    messages = [
        json.loads(example("HumanResourceExample", "json")),
        json.loads(example("PlanningAssignment_Example", "json")),
    ]
    assert not take(json.dumps(messages).encode()).mistakes
    assert Worker.objects.count() == 2


def test_an_unknown_client_is_told_by_its_number(take):
    outcome = take(example("PlanningAssignment_Example", "json"))
    assert outcome.mistakes[0].read == "OTTO_NLTHO001"
    assert not Worker.objects.exists()


@BOTH
def test_a_request_becomes_what_is_asked_for_each_week(take, tholen, syntax):
    """For a moment in 2022, and every Monday of the year that follows."""
    content = example("PlanningRequest_Example", syntax)
    assert not take(content).mistakes
    first, *weekly = StaffingOrder.objects.order_by("start")
    assert (str(day_of(first.start)), clock(first.start)) == ("2022-09-14", "07:00")
    assert (first.headcount, first.job_function.name) == (1, "Picker")
    assert (str(day_of(weekly[0].start)), clock(weekly[0].end)) == (
        "2023-06-19",
        "16:00",
    )
    assert {day_of(one.start).weekday() for one in weekly} == {0}
    assert len(weekly) == 52
    assert take(content).does_nothing


@BOTH
def test_who_can_not_come_is_away_on_whole_days(take, agency, tholen, syntax):
    content = example("PlanningConstraints_Example", syntax)
    assert "niet bekend" in take(content).mistakes[0].remedy
    Worker.objects.create(agency=agency, payroll_number="123456", name="Doe, John")
    told = take(content)
    assert not told.mistakes
    assert told.skipped_columns, "a usual week of availability has no place"
    away = Absence.objects.get()
    assert (str(away.starts_on), str(away.ends_on)) == ("2022-09-19", "2022-10-08")
    assert take(content).does_nothing


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{}", "geen bericht dat Werkbrief kent"),
        (b"[1]", "geen SETU-bericht"),
        (b'{"person": 3}', "personeelsnummer ontbreekt"),
        (b'{"person"', "niet heel"),
        (b"[" * 100_000, "niet heel"),
        (b"<a><b></a>", "niet heel"),
        (b"<Timecard/>", "opdrachtgever ontbreekt"),
        (b"<StaffingOrder/>", "aanvraag"),
        (b"<a>" * 200 + b"</a>" * 200, "te diep"),
        (
            b'<!DOCTYPE a [<!ENTITY x "y">]><HumanResource>&x;</HumanResource>',
            "DOCTYPE",
        ),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><HumanResource/>', "DOCTYPE"),
        (YESTERDAY, "geen tijdstip"),
    ],
)
def test_a_strange_message_gets_a_sentence(take, agency, content, says):
    try:
        told = " ".join(map(str, take(content).mistakes))
    except Unreadable as refusal:
        told = refusal.sentence
    assert says in told


def test_entities_that_multiply_are_refused_at_once(take, agency):
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "lol">{"".join(names)}]><x>&a9;</x>'
    with pytest.raises(Unreadable):
        take(bomb.encode())
