"""Whether somebody did something to a week since it was drawn, and to what."""

from datetime import datetime, timedelta

from django.db.models import Count, Sum

from werkbrief.journal.reads import touched_since
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.models import Comment
from werkbrief.timesheets.reads.scope import entries_for
from werkbrief.words.weeks import Week

KIND = "timesheets.timeentry"
# A deed is dated when it begins and seen when it is stored: look back a little further.
OVERLAP = timedelta(seconds=20)


def news_of(
    membership: Membership, week: Week, mark: str, since: datetime
) -> tuple[str, list[int]]:
    """The mark of this week now, and the entries that changed if it differs.

    Versions only rise, so their sum is a mark: two statements when nothing happened,
    four when something did. Nothing is held open: any process can answer.
    """
    entries = entries_for(membership).in_week(week)
    sums = entries.aggregate(count=Count("pk"), versions=Sum("version"))
    said = Comment.objects.filter(entry__in=entries.values("pk")).count()
    now = f"{sums['count']}.{sums['versions'] or 0}.{said}"
    if now == mark:
        return now, []
    touched = touched_since(KIND, membership.client.agency_id, since - OVERLAP)
    return now, list(entries.filter(pk__in=touched).values_list("pk", flat=True))
