"""What a calendar feed shows: names and times, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkbrief.planning.models import CalendarFeed
from werkbrief.planning.reads.absences import absent_among
from werkbrief.planning.reads.scope import shifts_for
from werkbrief.staffing.models import Membership, Right
from werkbrief.words.clock import day_of, midnight


@dataclass(frozen=True, slots=True)
class FeedShift:
    """One shift; instants."""

    id: int
    start: int
    end: int
    name: str


def living_feeds(membership: Membership) -> dict[int | None, CalendarFeed]:
    """Department id (None: everything) -> the address that works: one statement."""
    feeds = membership.feeds.filter(withdrawn_at__isnull=True)
    return {feed.department_id: feed for feed in feeds}


def feed_of(number: int) -> CalendarFeed | None:
    """One that still works: not withdrawn, and its member may see the planning."""
    related = ("department", "membership__client", "membership__user")
    feed = (
        CalendarFeed.objects.select_related(*related)
        .filter(
            pk=number,
            withdrawn_at__isnull=True,
            membership__client__archived_on__isnull=True,
            membership__user__is_active=True,
        )
        .first()
    )
    if feed is None or not feed.membership.may(Right.SEE_PLANNING):
        return None
    return feed


def feed_shifts(feed: CalendarFeed, first: date, last: date) -> Iterator[FeedShift]:
    """What its member sees of these days, without who is away: two statements."""
    shifts = shifts_for(feed.membership).standing()
    if feed.department_id:
        shifts = shifts.filter(assignment__department=feed.department_id)
    rows = list(
        shifts.filter(start__gte=midnight(first), start__lt=midnight(last))
        .order_by("start", "pk")
        .values_list("pk", "start", "end", "worker__name", "worker_id")
    )
    workers, days = {row[4] for row in rows}, {day_of(row[1]) for row in rows}
    away = absent_among(workers, days)
    for pk, start, end, name, worker_id in rows:
        if (worker_id, day_of(start)) not in away:
            yield FeedShift(pk, start, end, name)
