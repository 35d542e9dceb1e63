"""What a member keeps for themselves: filters, and when they were here."""

from datetime import datetime, timedelta

from django.db import transaction

from werkbrief.staffing.models import Membership
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

MOST_FILTERS, LONGEST_NAME = 20, 40
# Who comes back sooner is still on the same visit.
QUIET = timedelta(minutes=30)
A_MOMENT = timedelta(minutes=1)


@transaction.atomic
def keep_filter(membership: Membership, name: str, query: str) -> None:
    """Keep what an address says under this name; the same name again replaces it."""
    name = " ".join(name.split())
    if not name:
        raise Refusal(say("Geef het filter een naam."), field="naam")
    if len(name) > LONGEST_NAME:
        raise Refusal(
            say("Kies een kortere naam, van hooguit %(most)s letters.")
            % {"most": LONGEST_NAME},
            field="naam",
        )
    if not query:
        raise Refusal(say("Kies eerst een filter, en bewaar het dan."))
    kept = [one for one in _held(membership) if one["name"] != name]
    if len(kept) >= MOST_FILTERS:
        raise Refusal(
            say("Er staan al %(most)s filters. Gooi er eerst één weg.")
            % {"most": MOST_FILTERS}
        )
    kept.append({"name": name, "query": query})
    _store(membership, sorted(kept, key=lambda one: one["name"].casefold()))


@transaction.atomic
def drop_filter(membership: Membership, name: str) -> None:
    """Throwing away twice is harmless."""
    _store(membership, [one for one in _held(membership) if one["name"] != name])


def _held(membership: Membership) -> list[dict[str, str]]:
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    return list(held.kept_filters)


def _store(membership: Membership, kept: list[dict[str, str]]) -> None:
    Membership.objects.filter(pk=membership.pk).update(kept_filters=kept)


def visit(membership: Membership, *, at: datetime) -> datetime | None:
    """Write down that they are here; the answer: when the visit before this one ended.

    None for who is here for the first time, and for who only looks along or stands in.
    """
    if membership.pk is None or membership.lent_to is not None:
        return None
    seen = membership.seen_at
    is_new = seen is None or at - seen > QUIET
    before = seen if is_new else membership.seen_before
    if seen is None or at - seen > A_MOMENT:
        Membership.objects.filter(pk=membership.pk).update(
            seen_at=at, seen_before=before
        )
    return before
