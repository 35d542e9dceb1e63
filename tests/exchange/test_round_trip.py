"""Hours that go out come in again elsewhere, and go out the same (round trip)."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cast import MONDAY, NOW, placed
from tests.exchange.files import everything
from tests.exchange.handing import (
    FORMS,
    agreed,
    approved,
    hand_over,
    receiver,
    retimed,
)
from werkbrief.exchange.actions import import_planning
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.exchange.models import Batch, Delivery, Receiver, Timecard
from werkbrief.planning.models import Shift
from werkbrief.staffing.models import (
    Assignment,
    Client,
    CostCenter,
    Department,
    JobFunction,
    Worker,
)
from werkbrief.timesheets.models import Decision, TimeEntry, Verdict
from werkbrief.words.clock import clock, day_of

BESIDE = Path(__file__).parents[3] / "shared/setu/examples"
EXAMPLES = Path(os.environ.get("WERKBRIEF_SETU_EXAMPLES", BESIDE))
HOURS = (
    Decision,
    Delivery,
    Timecard,
    Batch,
    Receiver,
    TimeEntry,
    Shift,
    Assignment,
    Worker,
    Department,
    JobFunction,
    CostCenter,
)
LATER = NOW + timedelta(days=1)


def worked(cast):
    """Two people, one at two places; a night, overtime, breaks, odd minutes."""
    kas = placed(cast.anker, number="1001", department="Kas 1")
    inpak = placed(cast.anker, number="1001", department="Inpak")
    zoe = placed(cast.anker, "Yılmaz, Zoë", number="1002", department="Inpak")
    for number, one in enumerate((kas, inpak, zoe)):
        one.number = f"P-{number}"
        one.save()
    approved(cast, kas, MONDAY, "7:00", "15:30", 30)
    approved(cast, kas, MONDAY + timedelta(days=1), "7:00", "19:10", 45)
    approved(cast, inpak, MONDAY + timedelta(days=2), "8:20", "12:00", 0)
    approved(cast, zoe, MONDAY + timedelta(days=3), "22:00", "6:30", 30)
    return approved(cast, zoe, MONDAY, "6:00", "14:20", 30)


def emptied():
    """An installation with its clients and agreements, and nobody's hours."""
    for model in HOURS:
        model.objects.all().delete()


def come_in(cast, messages):
    for message in messages:
        reading = read_arrival(message.encode(), near=MONDAY)
        told = import_planning(
            replace(reading, name="urenstaat"),
            agency=cast.agency,
            by=cast.jet,
            at=LATER,
        )
        assert told.mistakes == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "style",
    [
        {},
        {"break_style": "line", "decimals": 4},
        {"surcharge_style": "split"},
        {"has_rates": False, "day_assignment": "end"},
    ],
    ids=["plain", "breaks", "split", "bare"],
)
def test_what_goes_out_comes_in_and_goes_out_the_same(cast, form, style):
    agreed(cast.anker)
    worked(cast)
    first = {
        name: one.message
        for name, one in hand_over(receiver(cast, form, **style)).items()
    }
    assert len(first) == 3
    emptied()
    come_in(cast, first.values())
    again = hand_over(receiver(cast, form, **style), at=LATER)
    assert {name: one.message for name, one in again.items()} == first


def test_a_corrected_card_brings_only_what_still_holds(cast):
    agreed(cast.anker)
    made = worked(cast)
    to = receiver(cast, "1.4-xml")
    hand_over(to)
    retimed(cast, made, 60)
    (corrected,) = (one.message for one in hand_over(to, at=LATER).values())
    assert 'actionCode="Change"' in corrected
    emptied()
    come_in(cast, [corrected])
    entry = TimeEntry.objects.latest("start")
    assert TimeEntry.objects.count() == 2
    assert clock(TimeEntry.objects.earliest("start").end) == "15:20"
    assert entry.decision.verdict == Verdict.APPROVED


def test_a_card_that_comes_in_twice_changes_nothing(cast):
    agreed(cast.anker)
    worked(cast)
    messages = [one.message for one in hand_over(receiver(cast)).values()]
    emptied()
    come_in(cast, messages)
    before = [row for row in everything() if row[0].startswith("timesheets.")]
    come_in(cast, messages)
    assert [r for r in everything() if r[0].startswith("timesheets.")] == before


def example(name):
    file = EXAMPLES / name
    if not file.exists():
        pytest.skip(f"de officiële SETU-voorbeelden staan niet in {EXAMPLES}")
    return file.read_text()


@pytest.mark.parametrize("syntax", ["json", "xml"])
def test_the_official_timecard_stands_on_the_sheet(cast, signed_in, syntax):
    client = Client.objects.create(
        agency=cast.agency, name="Voorbeeld", slug="x", number="ff3736 b24fa"
    )
    come_in(cast, [example(f"TimecardExample_v2.0.{syntax}")])
    entry = client.time_entries.get()
    assert (str(day_of(entry.start)), clock(entry.start), clock(entry.end)) == (
        "2024-10-23",
        "09:00",
        "17:30",
    )
    assert (entry.break_minutes, entry.worked_minutes) == (30, 480)
    assert entry.assignment.department.code == "c9a3c1 543b7"
    assert entry.assignment.cost_center.name == "Example CostCenter"
    page = signed_in(cast.jet).get("/kantoor/weken/2024-W43/x/").content.decode()
    assert "Piet van der Berg" in page
    assert "09:00–17:30" in page


def test_the_official_timecard_of_version_14_stands_on_the_sheet(cast, signed_in):
    text = example("TimecardExample_v1.4.xml")
    number = text.split("<StaffingCustomerId")[1].split("<IdValue>")[1].split("<")[0]
    client = Client.objects.create(
        agency=cast.agency, name="Voorbeeld", slug="x", number=number
    )
    come_in(cast, [text])
    times = [
        (clock(e.start), clock(e.end)) for e in client.time_entries.order_by("start")
    ]
    assert times == [
        ("07:00", "17:00"),
        ("07:00", "15:00"),
        ("22:00", "06:00"),
        ("22:00", "06:00"),
    ]
    page = signed_in(cast.jet).get("/kantoor/weken/2017-W32/x/").content.decode()
    assert "22:00–06:00" in page


def test_hours_that_nobody_signed_for_stay_open(cast):
    agreed(cast.anker)
    worked(cast)
    messages = [one.message for one in hand_over(receiver(cast)).values()]
    emptied()
    reading = read_arrival(messages[0].encode(), near=MONDAY)
    import_planning(reading, agency=cast.agency, by=None, at=LATER)
    assert TimeEntry.objects.exists()
    assert not Decision.objects.exists()
