"""The board of the week: 500 clients and 20,000 entries on one page."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.floors.board import count
from bench.frame.cast import last_week, settle
from bench.frame.measuring import interleaved
from bench.frame.telling import figure, ratio
from bench.frame.visitor import sign_in
from werkbrief.accounts.models import User
from werkbrief.staffing.models import Agency, AgencyRole, Role
from werkbrief.timesheets.models import Decision, TimeEntry, Verdict

CLIENTS, WORKERS = 500, 8
LIMIT, STATEMENTS = 4.0, 15


def main() -> None:
    for number in range(CLIENTS):
        settle(WORKERS, name=f"bord-{number}")
    agency = Agency.objects.get()
    coach = User.objects.create(username="coach", name="Jet", has_own_password=True)
    AgencyRole.objects.create(agency=agency, user=coach, role=Role.JOB_COACH)
    _judge_half(agency, coach)
    visitor, week = sign_in(coach), last_week()
    address = f"/kantoor/weken/{week}/"
    costs = interleaved(
        {
            "board": lambda: visitor.get(address),
            "count": lambda: count(agency.pk, week),
        },
        # PostgreSQL counts in a process of its own: there only the wall knows of it.
        is_all_here=connection.vendor == "sqlite",
    )
    total = TimeEntry.objects.count()
    goal = f"weekbord, {CLIENTS} opdrachtgevers en {total} werkbriefjes"
    ratio(goal, costs["board"], costs["count"], limit=LIMIT)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(address)
    figure(f"{goal}: vragen aan de database", len(asked), limit=STATEMENTS)


def _judge_half(agency: Agency, coach: User) -> None:
    Decision.objects.bulk_create(
        Decision(
            entry_id=pk,
            agency=agency,
            verdict=Verdict.APPROVED,
            by=coach,
            at=timezone.now(),
        )
        for pk in TimeEntry.objects.values_list("pk", flat=True)[::2]
    )
