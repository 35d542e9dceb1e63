"""What was told of a planning and waits for an answer."""

from werkbrief.planning.models import MessageKind, PlanningMessage
from werkbrief.staffing.models import Client
from werkbrief.words.weeks import Week


def waiting_messages(client: Client, week: Week) -> dict[int, str]:
    """Shift id -> what was told of it, for shifts of this week: one statement."""
    rows = PlanningMessage.objects.filter(
        client=client, answer__isnull=True, shifts__in=client.shifts.in_week(week)
    ).values_list("shifts", "kind")
    return {shift: str(MessageKind(kind).label) for shift, kind in rows if shift}
