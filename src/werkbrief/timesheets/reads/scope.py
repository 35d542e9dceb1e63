"""Which entries somebody may see: the client's, or those of some departments."""

from dataclasses import dataclass

from werkbrief.staffing.models import Membership
from werkbrief.staffing.reads import scope_of, within
from werkbrief.timesheets.models import TimeEntryQuerySet
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week

Bounds = tuple[int, int | None, int, int]


def entries_for(membership: Membership) -> TimeEntryQuerySet:
    """The scope of every screen and deed; narrowing is a subquery, no statement."""
    entries = membership.client.time_entries.all()
    if membership.is_narrowed:
        return entries.filter(
            assignment__department__in=membership.departments.values("pk")
        )
    return entries


@dataclass(frozen=True, slots=True)
class WeekScope:
    """The entries of a week that somebody may see, in values for a kept question."""

    client: int
    narrowed: int | None
    since: int
    until: int

    @classmethod
    def of(cls, membership: Membership, week: Week) -> "WeekScope":
        start, end = midnight(week.monday), midnight(week.next.monday)
        return cls(*scope_of(membership), start, end)

    @property
    def bounds(self) -> Bounds:
        return self.client, self.narrowed, self.since, self.until

    def entries(self) -> TimeEntryQuerySet:
        """The same, said by the words that bound every screen."""
        mine = entries_for(within(self.client, self.narrowed))
        return mine.between(self.since, self.until)
