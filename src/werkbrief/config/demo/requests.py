"""Absences, and what clients asked for: filled mostly, and a few still open."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.actions import order_staff
from werkbrief.planning.models import Absence, Shift, StaffingOrder
from werkbrief.staffing.models import Agency
from werkbrief.words.weeks import Week

# How many of those who are ever away are so now; the others were, or will be.
NOW = 3
LONG_AGO, SOON = 300, 6


def report_absent(agency: Agency, today: date, rng: Random, deed: Deed) -> None:
    """Some days off here and there; a few are away now, one until who knows when."""
    workers = [
        worker for worker in agency.workers.order_by("pk") if rng.random() < 1 / 3
    ]
    absences = []
    for number, worker in enumerate(workers):
        ago = 2 if number < NOW else rng.randrange(-SOON, LONG_AGO)
        starts_on = today - timedelta(days=ago)
        ends_on = starts_on + timedelta(days=rng.choice((0, 0, 1, 2, 4, 9)))
        absences.append(
            Absence(
                agency=agency,
                worker=worker,
                starts_on=starts_on,
                ends_on=None if number == 0 else max(ends_on, starts_on),
            )
        )
    traces = [
        Trace(
            "planning.absence", absence.pk, None, {"starts_on": str(absence.starts_on)}
        )
        for absence in Absence.objects.bulk_create(absences)
    ]
    record("planning.absent", deed, traces)


def ask_for_staff(agency: Agency, week: Week, rng: Random, deed: Deed) -> None:
    """Requests as wide as the planning of this week; here and there one too many."""
    places = Counter(
        Shift.objects.filter(agency=agency)
        .in_week(week)
        .standing()
        .values_list(
            "client",
            "assignment__department",
            "assignment__crew",
            "assignment__job_function",
            "start",
            "end",
            "break_minutes",
        )
    )
    orders = [
        StaffingOrder(
            agency=agency,
            client_id=client,
            department_id=department,
            crew_id=crew,
            job_function_id=job_function,
            start=start,
            end=end,
            break_minutes=pause,
            headcount=filled + rng.choice((0, 0, 0, 0, 1, 2)),
        )
        for (
            client,
            department,
            crew,
            job_function,
            start,
            end,
            pause,
        ), filled in sorted(
            places.items(), key=lambda item: tuple(part or 0 for part in item[0])
        )
    ]
    order_staff(orders, agency=agency, by=deed.by, at=deed.at)
