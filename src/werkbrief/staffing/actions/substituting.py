"""Naming the colleague who stands in for a member of a client, for some days."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing.actions.deputing import SUBSTITUTE, named
from werkbrief.staffing.models import LENT, Membership, Substitute
from werkbrief.staffing.reads import met
from werkbrief.staffing.refusals.standing_in import (
    AlreadyReplaced,
    BeyondYourOwn,
    DaysMixed,
    DaysPassed,
    DaysTooMany,
    NoColleague,
    NotByYourself,
    NotYetHere,
    ReplacedThemselves,
    StandsInThemselves,
)

# Who is away for longer than that is given another place, not a stand-in.
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both counted, on the local calendar."""

    first: date
    last: date


@transaction.atomic
def name_substitute(
    absent: Membership, stand_in: Membership, days: Days, by: Membership, at: datetime
) -> Substitute:
    """Let a colleague do what the absent one may, within these days and this client.

    `by` is the absent one, or who manages accounts there and may all that is lent.
    Nobody is replaced by two, and nobody lends on what was lent to them.
    """
    _check_days(days, timezone.localdate(at))
    here, there = _held(absent, stand_in)
    if by.pk != here.pk:
        _check_reach(by, here)
    _check_chain(here, there, days)
    here.client = absent.client
    substitute = Substitute.objects.create(
        absent=here, stand_in=there, starts_on=days.first, ends_on=days.last
    )
    after = {
        "name": named(substitute),
        "starts_on": str(days.first),
        "ends_on": str(days.last),
    }
    deed = Deed(by.client.agency_id, by.user, at)
    trace = Trace(SUBSTITUTE, substitute.pk, None, after)
    record("staffing.substitute_named", deed, [trace])
    return substitute


def _check_days(days: Days, today: date) -> None:
    if days.first < today:
        raise DaysPassed
    if days.last < days.first:
        raise DaysMixed
    if (days.last - days.first).days >= MOST_DAYS:
        raise DaysTooMany


def _held(absent: Membership, stand_in: Membership) -> tuple[Membership, Membership]:
    """Both, locked in one order: two namings never pass each other by."""
    if absent.pk == stand_in.pk:
        raise NotByYourself
    both = Membership.objects.filter(
        client=absent.client_id, pk__in=[absent.pk, stand_in.pk]
    )
    list(both.select_for_update().order_by("pk"))
    found = {one.pk: one for one in met(both)}
    if absent.pk not in found or not found.get(stand_in.pk):
        raise NoColleague
    if not found[stand_in.pk].user.is_active:
        raise NoColleague
    return found[absent.pk], found[stand_in.pk]


def _check_reach(manager: Membership, absent: Membership) -> None:
    """Else a manager would lend themselves what nobody gave them."""
    if any(absent.may(right) and not manager.may(right) for right in LENT):
        raise BeyondYourOwn(absent.who)
    if not absent.has_been_in:
        raise NotYetHere(absent.who)


def _check_chain(absent: Membership, stand_in: Membership, days: Days) -> None:
    meeting = Substitute.objects.meeting(days.first, days.last).filter(
        Q(absent__in=[absent, stand_in]) | Q(stand_in=absent)
    )
    for other in meeting.select_related("absent__user", "stand_in__user"):
        if other.absent_id == absent.pk:
            raise AlreadyReplaced(other)
        if other.absent_id == stand_in.pk:
            raise ReplacedThemselves(other)
        raise StandsInThemselves(other)
