"""Which of the planning somebody may see: the client's, or of some departments."""

from django.db.models import Q, QuerySet

from werkbrief.planning.models import PlanningMessage, ShiftQuerySet, StaffingOrder
from werkbrief.staffing.models import Membership


def shifts_for(membership: Membership) -> ShiftQuerySet:
    """The scope of the schedule; narrowing is a subquery, no statement."""
    shifts = membership.client.shifts.all()
    if membership.is_narrowed:
        return shifts.filter(
            assignment__department__in=membership.departments.values("pk")
        )
    return shifts


def orders_for(membership: Membership) -> QuerySet[StaffingOrder]:
    orders = membership.client.orders.all()
    if membership.is_narrowed:
        return orders.filter(department__in=membership.departments.values("pk"))
    return orders


def messages_for(membership: Membership) -> QuerySet[PlanningMessage]:
    """Narrowed: about workers of these departments, and what one sent oneself."""
    messages = membership.client.planning_messages.all()
    if membership.is_narrowed:
        mine = Q(assignment__department__in=membership.departments.values("pk"))
        return messages.filter(mine | Q(by__in=membership.writers))
    return messages
