"""Whether somebody did something to a week since it was drawn, and to what."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Sum

from werkbrief.journal.reads import OVERLAP, Unheard, deeds_on, has_happened
from werkbrief.rows import kept
from werkbrief.staffing.models import Client, Membership
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads.entries import comments_between
from werkbrief.timesheets.reads.scope import Bounds, WeekScope
from werkbrief.words.weeks import Week

KIND = "timesheets.timeentry"
# What was judged is counted on screen; times and remarks stand in their row only.
IN_ROWS_ONLY = {"timesheets.changed", "timesheets.commented"}


@dataclass(frozen=True, slots=True)
class WeekNews:
    """The entries that were touched; `mark` says how the week stands now."""

    mark: str
    entries: frozenset[int] = frozenset()
    moves_totals: bool = False


def news_of(membership: Membership, week: Week, mark: str, since: datetime) -> WeekNews:
    """How this week stands now, and what changed in it if it stood otherwise.

    One statement when nobody of the agency did anything. Else versions tell whether it
    was in this week: they only rise, so their sum is a mark. Nothing is held open: any
    process can answer.
    """
    agency, before = membership.client.agency_id, since - OVERLAP
    if mark and not has_happened(agency, before):
        return WeekNews(mark)
    scope = WeekScope.of(membership, week)
    count, versions = next(iter(_versions(scope.bounds)), (0, 0))
    said = sum(number for _, number in comments_between(*scope.bounds))
    now = f"{count}.{versions}.{said}"
    if now == mark:
        return WeekNews(now)
    deeds = deeds_on(KIND, scope.entries(), agency, before)
    return WeekNews(
        now,
        frozenset(entry for entry, _ in deeds),
        any(verb not in IN_ROWS_ONLY for _, verb in deeds),
    )


def touched_rows(client: Client, week: Week, unheard: Unheard) -> set[int]:
    """The assignments whose hours of this week these deeds touched: one statement."""
    if not unheard.deeds:
        return set()
    entries = client.time_entries.in_week(week).filter(pk__in=unheard.touched(KIND))
    return set(entries.values_list("assignment", flat=True))


@kept
def _versions(bounds: Bounds) -> QuerySet[TimeEntry, tuple[int, int]]:
    """How many entries, and the sum of their versions."""
    entries = WeekScope(*bounds).entries().order_by().values("client_id")
    sums = entries.annotate(count=Count("pk"), versions=Sum("version"))
    return sums.values_list("count", "versions")
