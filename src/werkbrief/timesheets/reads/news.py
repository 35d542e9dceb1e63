"""Whether somebody did something to a week since it was drawn, and to what."""

from datetime import datetime, timedelta

from django.db.models import Count, QuerySet, Sum

from werkbrief.journal.reads import has_happened, touched_since
from werkbrief.rows import kept
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads.entries import comments_between
from werkbrief.timesheets.reads.scope import Bounds, WeekScope
from werkbrief.words.weeks import Week

KIND = "timesheets.timeentry"
# A deed is dated when it begins and seen when it is stored: look back a little further.
OVERLAP = timedelta(seconds=20)


def news_of(
    membership: Membership, week: Week, mark: str, since: datetime
) -> tuple[str, list[int]]:
    """The mark of this week now, and the entries that changed if it differs.

    One statement when nobody of the agency did anything. Else versions tell whether it
    was in this week: they only rise, so their sum is a mark. Nothing is held open: any
    process can answer.
    """
    agency, before = membership.client.agency_id, since - OVERLAP
    if mark and not has_happened(agency, before):
        return mark, []
    scope = WeekScope.of(membership, week)
    count, versions = next(iter(_versions(scope.bounds)), (0, 0))
    said = sum(number for _, number in comments_between(*scope.bounds))
    now = f"{count}.{versions}.{said}"
    if now == mark:
        return now, []
    touched = scope.entries().filter(pk__in=touched_since(KIND, agency, before))
    return now, list(touched.values_list("pk", flat=True))


@kept
def _versions(bounds: Bounds) -> QuerySet[TimeEntry, tuple[int, int]]:
    """How many entries, and the sum of their versions."""
    entries = WeekScope(*bounds).entries().order_by().values("client_id")
    sums = entries.annotate(count=Count("pk"), versions=Sum("version"))
    return sums.values_list("count", "versions")
