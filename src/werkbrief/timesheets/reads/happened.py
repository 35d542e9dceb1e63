"""What others did to a client's hours since somebody was last here."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Min, OuterRef

from werkbrief.journal.models import Change
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.reads.scope import entries_for
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week

KIND = "timesheets.timeentry"
# In the order in which they are told.
DEEDS = (
    "timesheets.changed",
    "timesheets.approved",
    "timesheets.rejected",
    "timesheets.undone",
    "timesheets.reopened",
    "timesheets.corrected",
    "timesheets.commented",
)
MOST_EVENTS = 500


@dataclass(frozen=True, slots=True)
class Happened:
    """What one person did in one week: deed -> how many entries."""

    week: Week
    who: str
    is_agency: bool
    counts: dict[str, int]


def happened_since(membership: Membership, since: datetime) -> list[Happened]:
    """Newest week first: three statements, for any number of deeds and entries.

    A deed is about one week, so that one of its entries tells which.
    """
    mine = entries_for(membership)
    changes = Change.objects.filter(
        Exists(mine.filter(pk=OuterRef("subject_id"))),
        kind=KIND,
        event__agency_id=membership.client.agency_id,
        event__at__gt=since,
        event__verb__in=DEEDS,
        event__by__isnull=False,
    ).exclude(event__by__in=membership.writers)
    events = list(
        changes.values_list("event_id", "event__verb", "event__by", "event__by__name")
        .annotate(touched=Count("pk"), one=Min("subject_id"))
        .order_by("-event_id")[:MOST_EVENTS]
    )
    if not events:
        return []
    starts = dict(
        mine.filter(pk__in=[event[-1] for event in events]).values_list("pk", "start")
    )
    colleagues = set(
        membership.client.memberships.filter(
            user__in={event[2] for event in events}
        ).values_list("user_id", flat=True)
    )
    told: dict[tuple[Week, str, bool], dict[str, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for _event, verb, by, name, touched, one in events:
        week = Week.of(day_of(starts[one]))
        told[week, name, by not in colleagues][verb] += touched
    return [
        Happened(*key, {verb: counts[verb] for verb in DEEDS if verb in counts})
        for key, counts in sorted(told.items(), key=lambda item: item[0], reverse=True)
    ]
