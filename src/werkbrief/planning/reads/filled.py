"""How full one request is, as the week's schedule counts it."""

from collections.abc import Iterator

from werkbrief.planning.models import StaffingOrder
from werkbrief.planning.reads.absences import absent_days
from werkbrief.planning.reads.requests import Filler, fill, requests_of
from werkbrief.staffing.models import Client
from werkbrief.words.clock import day_of, midnight
from werkbrief.words.weeks import Week

COLUMNS = (
    "start",
    "end",
    "order_id",
    "worker_id",
    "assignment__department__name",
    "assignment__crew__name",
    "assignment__job_function__name",
)


def filled_of(order: StaffingOrder) -> int:
    """How many work in it; what came in with a planning fills it too: three statements.

    Among all requests of the week: one shift never fills two.
    """
    week = Week.of(day_of(order.start))
    asked = order.client.orders.filter(
        start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
    )
    requests = list(requests_of(asked))
    fill(requests, _fillers(order.client, week))
    return next(one.filled for one in requests if one.id == order.pk)


def _fillers(client: Client, week: Week) -> Iterator[Filler]:
    away = absent_days(client, week)
    shifts = client.shifts.in_week(week).standing().order_by("start", "pk")
    for start, end, order, worker, *place in shifts.values_list(*COLUMNS):
        if (worker, day_of(start)) not in away:
            department, crew, job_function = (part or "" for part in place)
            yield Filler(start, end, (department, crew, job_function), order)
