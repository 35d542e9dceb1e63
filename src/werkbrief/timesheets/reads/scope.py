"""Which entries somebody may see: the client's, or those of some departments."""

from django.db.models import QuerySet

from werkbrief.staffing.models import Assignment, Membership
from werkbrief.timesheets.models import TimeEntryQuerySet


def entries_for(membership: Membership) -> TimeEntryQuerySet:
    """The scope of every screen and deed; narrowing is a subquery, no statement."""
    entries = membership.client.time_entries.all()
    if membership.is_narrowed:
        return entries.filter(
            assignment__department__in=membership.departments.values("pk")
        )
    return entries


def assignments_for(membership: Membership) -> QuerySet[Assignment]:
    assignments = membership.client.assignments.all()
    if membership.is_narrowed:
        return assignments.filter(department__in=membership.departments.values("pk"))
    return assignments
