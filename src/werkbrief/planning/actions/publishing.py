"""Giving out an address for a calendar, and taking it back."""

from datetime import datetime

from django.db import transaction

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import CalendarFeed
from werkbrief.staffing.models import Department, Membership

KIND = "planning.calendarfeed"


@transaction.atomic
def publish(
    membership: Membership, department: Department | None, *, at: datetime
) -> CalendarFeed:
    """Give the address of this department, or of all; the same while it works."""
    Membership.objects.select_for_update(no_key=True).get(pk=membership.pk)
    feed, is_new = CalendarFeed.objects.get_or_create(
        membership=membership,
        department=department,
        withdrawn_at=None,
        defaults={"made_at": at},
    )
    if is_new:
        _record("planning.feed_made", feed, None, {"works": True}, at)
    return feed


@transaction.atomic
def withdraw_feed(feed: CalendarFeed, *, at: datetime) -> None:
    """Let the address stop for good; twice changes nothing."""
    living = CalendarFeed.objects.filter(pk=feed.pk, withdrawn_at__isnull=True)
    if living.update(withdrawn_at=at):
        before, after = {"works": True}, {"works": False}
        _record("planning.feed_withdrawn", feed, before, after, at)


def _record(
    verb: str,
    feed: CalendarFeed,
    before: dict[str, bool] | None,
    after: dict[str, bool],
    at: datetime,
) -> None:
    membership = feed.membership
    deed = Deed(membership.client.agency_id, membership.user, at)
    record(verb, deed, [Trace(KIND, feed.pk, before, after)])
