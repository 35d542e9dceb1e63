"""Every client of an agency with how far its planning of a week is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum

from werkbrief.planning.models import Outcome, Shift, StaffingOrder
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.words.clock import duration, midnight
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """One client: who is placed, who of them is planned, and what is still asked."""

    name: str
    slug: str
    number: str
    placed: int
    planned: int
    minutes: int
    asked: int

    @property
    def unplanned(self) -> int:
        return max(self.placed - self.planned, 0)

    @property
    def hours(self) -> str:
        return duration(self.minutes)


def planned_weeks(agency: Agency, week: Week) -> list[PlannedWeek]:
    """By name, without those that were archived: four statements for any number.

    `asked` counts the people of requests that nobody was planned for by name.
    """
    inside = Q(start__gte=midnight(week.monday), start__lt=midnight(week.next.monday))
    shifts = (
        Shift.objects.standing()
        .filter(inside, agency=agency)
        .values("client")
        .annotate(
            workers=Count("worker", distinct=True),
            worked=Sum(F("end") - F("start") - F("break_minutes")),
        )
    )
    planned = {row["client"]: (row["workers"], row["worked"]) for row in shifts}
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=week.monday)
    placed = dict(
        Assignment.objects.filter(running, agency=agency, starts_on__lte=week.sunday)
        .values("client")
        .annotate(workers=Count("worker", distinct=True))
        .values_list("client", "workers")
    )
    asked = _asked(agency, inside)
    clients = agency.clients.filter(archived_on__isnull=True).order_by("name")
    return [
        PlannedWeek(
            client.name,
            client.slug,
            client.number,
            placed.get(client.pk, 0),
            *planned.get(client.pk, (0, 0)),
            asked.get(client.pk, 0),
        )
        for client in clients
    ]


def _asked(agency: Agency, inside: Q) -> Mapping[int, int]:
    """Client id -> how many people of what clients sent are still to be found."""
    filled = Count("shifts", filter=Q(shifts__is_cancelled=False))
    orders = (
        StaffingOrder.objects.filter(inside, agency=agency, asked_at__isnull=False)
        .exclude(answer__outcome__in=(Outcome.DECLINED, Outcome.WITHDRAWN))
        .annotate(filled=filled)
    )
    found: dict[int, int] = {}
    for client, headcount, there in orders.values_list("client", "headcount", "filled"):
        found[client] = found.get(client, 0) + max(headcount - there, 0)
    return found
