"""The example agency is believable, the same each time, and kept by the actions."""

import unicodedata
from datetime import date
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count

from werkbrief.accounts.models import User
from werkbrief.config.demo import hiring
from werkbrief.config.demo.accounts import ACCOUNTS, table
from werkbrief.config.demo.loading import SEED, load
from werkbrief.config.demo.working import moment
from werkbrief.config.management.commands.work import go_round
from werkbrief.journal.models import Change, Event
from werkbrief.pay.reads import pay_of_week
from werkbrief.planning.models import (
    BaseSchedule,
    PlanningMessage,
    Shift,
    StaffingOrder,
)
from werkbrief.planning.reads import absent_days
from werkbrief.staffing.models import Assignment, Client, Membership, Role, Worker
from werkbrief.timesheets.models import (
    Comment,
    CorrectionRequest,
    Decision,
    ManualEntry,
    TimeEntry,
)
from werkbrief.timesheets.reads import State, lessons, week_sheet
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
LAST = Week.of(TODAY).previous
ENTRY = "timesheets.timeentry"


@pytest.fixture(scope="module", autouse=True)
def kasdorp(django_db_setup, django_db_blocker):
    """Loaded once for all of this; nothing here writes, or it takes it back."""
    with django_db_blocker.unblock(), transaction.atomic():
        said = load(TODAY)
        # Looked at here, or PostgreSQL looks at every reference anew for every test.
        connection.check_constraints()
        yield said
        transaction.set_rollback(True)


def at_work(slug):
    return Assignment.objects.filter(client__slug=slug, ends_on=None).count()


def test_the_clients_are_as_big_as_they_should_be():
    assert at_work("halverzon") == 60
    assert at_work("westerhof") == 180
    assert at_work("noordvaart") >= 20
    assert at_work("glansrijk") >= 20
    packs = set(Client.objects.values_list("agreements__pack", flat=True))
    assert packs == {"glastuinbouw", "beroepsgoederenvervoer", "schoonmaak"}


def test_the_pay_roll_sounds_like_the_westland():
    names = list(Worker.objects.values_list("name", flat=True))
    letters = {letter for name in names for letter in name if ord(letter) > 127}
    assert len(set(names)) == len(names)
    assert set("łąșăşığëïć") & letters >= set("łșăşë")
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_last_week_is_laid_ready_and_untouched_at_the_greenhouse():
    planner = Membership.objects.get(user__username="planner")
    cells = list(week_sheet(planner, LAST).cells)
    assert len(cells) > 250
    assert {cell.state for cell in cells} <= {State.OPEN, State.ABSENT}
    assert all(cell.version == 1 for cell in cells)


def test_this_week_runs_and_the_year_before_is_decided():
    entries = TimeEntry.objects.all()
    assert entries.in_week(LAST.next).open().count() > 1000
    assert not entries.in_week(LAST.next).filter(decision__isnull=False).exists()
    for back in range(1, 53):
        week = LAST + -back
        away = {
            pair
            for client in Client.objects.all()
            for pair in absent_days(client, week)
        }
        left = entries.in_week(week).open()
        assert entries.in_week(week).count() > 90
        assert all((entry.worker_id, day_of(entry.start)) in away for entry in left)


def test_nights_double_days_and_alternating_weeks_are_there():
    last = TimeEntry.objects.in_week(LAST)
    nights = [e for e in last if day_of(e.end) != day_of(e.start)]
    assert {e.client.slug for e in nights} == {"noordvaart"}
    days = [(e.worker_id, day_of(e.start)) for e in last]
    assert len(days) > len(set(days))
    turning = BaseSchedule.objects.filter(cycle=2).first().assignment
    starts = [
        {shift.start % 1440 for shift in turning.shifts.in_week(LAST + back)}
        for back in (0, -1, -2)
    ]
    assert starts[0] == starts[2] != starts[1]


def test_deviations_remarks_and_requests_are_there():
    assert TimeEntry.objects.filter(is_touched=True).exists()
    assert Comment.objects.count() > 20
    assert set(Decision.objects.values_list("verdict", flat=True)) == {
        "approved",
        "rejected",
    }
    orders = StaffingOrder.objects.filter(client__slug="westerhof")
    asked = sum(order.headcount for order in orders)
    filled = Shift.objects.filter(client__slug="westerhof", start__gte=orders[0].start)
    assert filled.count() < asked


def test_something_waits_in_each_queue_of_the_office():
    known, unknown = ManualEntry.objects.pending().order_by("pk")
    number = known.who.split()[-1]
    assert known.client.assignments.filter(worker__payroll_number=number).exists()
    assert not unknown.who[-1].isdigit()
    assert PlanningMessage.objects.count() == 1
    assert CorrectionRequest.objects.pending().count() == 1


def test_the_journal_tells_of_every_entry_and_every_decision():
    """Journal: what was done went through the actions, in its order."""
    told = Change.objects.filter(kind=ENTRY)
    made = told.filter(event__verb="timesheets.prepared", before__isnull=True)
    assert made.count() == TimeEntry.objects.count()
    judged = told.filter(event__verb__in=("timesheets.approved", "timesheets.rejected"))
    assert judged.count() == Decision.objects.count()
    twice = made.values("subject_id").annotate(n=Count("pk")).filter(n__gt=1)
    assert not twice.exists()
    assert Event.objects.filter(by=None).exclude(verb="timesheets.prepared").exists()
    assert not Event.objects.filter(at__gt=moment(TODAY, 23)).exists()


def test_every_hour_that_was_worked_can_be_paid():
    for membership in Membership.objects.filter(user__username="holding"):
        assert pay_of_week(membership, LAST.previous)
    night = Membership.objects.get(user__username="noordvaart")
    lines = [line for entry in pay_of_week(night, LAST).values() for line in entry]
    assert any(line.is_addon for line in lines)


def test_there_is_somebody_for_each_role():
    user = User.objects.get(username="voorman")
    membership = user.memberships.get()
    assert membership.is_narrowed
    assert [d.name for d in membership.departments.all()] == ["Oogst"]
    assert User.objects.get(username="holding").memberships.count() == 3
    finance = User.objects.get(username="financien").memberships.get()
    assert set(finance.rights) == {"see_timesheets", "see_check", "export"}
    roles = {account.role for account in ACCOUNTS if account.role}
    assert roles == {Role.JOB_COACH, Role.BACK_OFFICE, Role.ADMINISTRATOR}
    assert [a.username for a in ACCOUNTS if not a.has_signed_in] == ["nieuw"]


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
def test_the_passwords_that_are_printed_open_the_door(account, client):
    user = User.objects.get(username=account.username)
    assert user.check_password(account.password)
    assert user.has_own_password == account.has_signed_in
    assert f"{account.username} " in table()


def test_the_same_day_gives_the_same_people():
    one, two = (list(hiring._everybody(TODAY, Random(SEED))) for _ in range(2))
    assert one == two
    assert {h.number for h in one} == set(
        Worker.objects.values_list("payroll_number", flat=True)
    )


def test_the_background_finds_nothing_left_to_do():
    """Mail apart: what is open is asked for when the clock says so."""
    deeds = Event.objects.exclude(verb__startswith="notices.")
    before = deeds.count()
    go_round(at=moment(TODAY, 12))
    assert deeds.count() == before


def test_a_database_with_an_agency_is_left_alone():
    with pytest.raises(CommandError, match="Kasdorp"):
        call_command("demo")


def test_the_base_schedule_has_something_to_learn():
    agency = Client.objects.get(slug="halverzon").agency
    found = lessons(Assignment.objects.all(), TODAY, agency=agency)
    longer = [one for one in found for day in one.days if day.weekday == 4]
    assert longer
