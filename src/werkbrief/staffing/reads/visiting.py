"""What screens need to know about clients and who belongs to them."""

from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _

from werkbrief.accounts.models import User
from werkbrief.journal.models import Event
from werkbrief.rows import columns, kept, whole
from werkbrief.staffing.models import (
    Agency,
    AgencyRole,
    Assignment,
    Client,
    Membership,
    Right,
    Substitute,
)
from werkbrief.words.clock import at, local
from werkbrief.words.tongues import say, say_many
from werkbrief.words.weeks import Week, brief_day

# Whole, as a day after "until" has another ending in Polish.
UNTIL = (
    _("tot maandag %(time)s"),
    _("tot dinsdag %(time)s"),
    _("tot woensdag %(time)s"),
    _("tot donderdag %(time)s"),
    _("tot vrijdag %(time)s"),
    _("tot zaterdag %(time)s"),
    _("tot zondag %(time)s"),
)


def deadline(client: Client, week: Week) -> datetime:
    """When this week must be passed on: in the week after, local time (S0.4)."""
    agency = client.agency
    weekday = client.deadline_weekday
    minutes = client.deadline_minutes
    day = week.next.monday + timedelta(
        days=agency.deadline_weekday if weekday is None else weekday
    )
    return local(at(day, agency.deadline_minutes if minutes is None else minutes))


def agency_deadline(agency: Agency, week: Week) -> datetime:
    """The agency's own, for the clients that have no other."""
    day = week.next.monday + timedelta(days=agency.deadline_weekday)
    return local(at(day, agency.deadline_minutes))


def time_left(deadline: datetime, now: datetime) -> str:
    """Say "tot dinsdag 13:00, nog 1 dag 3 uur", or since when it is late."""
    weekday = deadline.weekday()
    left = deadline - now
    if left <= timedelta():
        return say(
            "te laat sinds %(moment)s",
            moment=f"{brief_day(deadline)} {deadline:%H:%M}",
        )
    moment = say(UNTIL[weekday], time=f"{deadline:%H:%M}")
    hours, minutes = left.seconds // 3600, left.seconds // 60 % 60
    if left.days:
        return say_many(
            "%(moment)s, nog %(count)s dag %(hours)s uur",
            "%(moment)s, nog %(count)s dagen %(hours)s uur",
            left.days,
            moment=moment,
            hours=hours,
        )
    if hours:
        return say(
            "%(moment)s, nog %(hours)s uur %(minutes)s min",
            moment=moment,
            hours=hours,
            minutes=minutes,
        )
    return say("%(moment)s, nog %(minutes)s min", moment=moment, minutes=minutes)


def at_house(host: str, way: str = "") -> Q:
    """Only agencies that are found at this host name; `way` leads to the agency.

    One with a name of its own is found there only. At that name nobody else is; every
    other name is for all who have none.
    """
    there = Agency.objects.filter(host=host).exclude(host="")
    somebody_else = there.exclude(pk=OuterRef(f"{way}pk"))
    named = Q(**{f"{way}host": ""}) | Q(**{f"{way}host": host})
    return named & Q(~Exists(somebody_else))


def memberships_of(user: User, host: str = "") -> list[Membership]:
    """The clients of this person at this host, by name: one statement."""
    return list(
        user.memberships.filter(
            at_house(host, "client__agency__"), client__archived_on__isnull=True
        )
        .select_related("client__agency")
        .order_by("client__name")
    )


def met(memberships: QuerySet[Membership]) -> QuerySet[Membership]:
    """With `is_met`: whether that person did something at this agency themselves."""
    own = Event.objects.filter(
        by=OuterRef("user"), agency_id=OuterRef("client__agency")
    )
    return memberships.select_related("user").annotate(has_deeds=Exists(own))


def colleagues_of(agency: Agency) -> QuerySet[AgencyRole]:
    """Who works at the agency, with `is_met` as for members."""
    own = Event.objects.filter(by=OuterRef("user"), agency_id=agency.pk)
    roles = agency.roles.select_related("user").annotate(has_deeds=Exists(own))
    return roles.order_by("user__name", "user__username")


def agency_of(user: User, host: str = "") -> Agency | None:
    """The one agency here that this person has to do with: one statement."""
    theirs = Q(clients__memberships__user=user) | Q(roles__user=user)
    found = list(Agency.objects.filter(theirs, at_house(host)).distinct()[:2])
    return found[0] if len(found) == 1 else None


def must_have_second_factor(user: User) -> bool:
    """Whether an agency that they have to do with asks it of everyone (P1.6)."""
    theirs = Q(clients__memberships__user=user) | Q(roles__user=user)
    return Agency.objects.filter(theirs, requires_second_factor=True).exists()


def agency_at_the_door(slug: str, host: str = "") -> Agency | None:
    """The agency whose host this is, by whose door one came in, or the only one."""
    asked = Q(slug=slug) if slug else Q()
    if slug and host:
        asked |= Q(host=host)
    found = list(Agency.objects.filter(asked, at_house(host))[:2])
    return found[0] if len(found) == 1 else None


def scope_of(membership: Membership) -> tuple[int, int | None]:
    """All that says what a member may see: the client, and who is narrowed."""
    return membership.client_id, membership.pk if membership.is_narrowed else None


def within(client: int, narrowed: int | None) -> Membership:
    """A membership of this scope, for a kept question: the same words bound it."""
    return Membership(
        pk=narrowed, client=Client(pk=client), is_narrowed=narrowed is not None
    )


def assignments_for(membership: Membership) -> QuerySet[Assignment]:
    """The client's, or those of some departments; narrowing is no statement."""
    assignments = membership.client.assignments.all()
    if membership.is_narrowed:
        return assignments.filter(department__in=membership.departments.values("pk"))
    return assignments


# What somebody of the agency sees who looks along: the screens, and no button.
LOOKING = (
    Right.SEE_PLANNING,
    Right.SEE_WORKERS,
    Right.SEE_TIMESHEETS,
    Right.SEE_CHECK,
)
# Where the session keeps at which client somebody of the agency looks along.
LOOKING_AT = "meekijken"


def membership_at(user: User, slug: str, on: date, host: str = "") -> Membership | None:
    """Somebody's own at this host, with client and agency: one statement."""
    rows = _memberships_at(user.pk, slug, on, host)
    if not rows:
        return None
    cuts = (*accumulate(len(columns(kind)) for kind in (Membership, Client, Agency)),)
    row, (own, client, agency) = rows[0], cuts
    membership = whole(Membership, row[:own])
    membership.client = whole(Client, row[own:client])
    membership.client.agency = whole(Agency, row[client:agency])
    membership.can_switch, membership.stands_in_today = row[agency:]
    membership.can_switch |= membership.stands_in_today
    return membership


@kept
def _memberships_at(
    user: int, slug: str, on: date, host: str
) -> QuerySet[Membership, tuple[Any, ...]]:
    """Another client to switch to (S1.3), a colleague away? Asked along the way."""
    others = Membership.objects.filter(
        Q(client__agency__host="") | Q(client__agency__host=host),
        user=OuterRef("user"),
        client__archived_on__isnull=True,
    ).exclude(pk=OuterRef("pk"))
    own = Membership.objects.filter(
        at_house(host, "client__agency__"),
        user_id=user,
        client__slug=slug,
        client__archived_on__isnull=True,
    )
    away = Substitute.objects.on(on).filter(stand_in=OuterRef("pk"))
    return own.annotate(has_others=Exists(others), is_lent=Exists(away)).values_list(
        *columns(Membership),
        *columns(Client, "client__"),
        *columns(Agency, "client__agency__"),
        "has_others",
        "is_lent",
    )


def looking_along(user: User, slug: str, host: str = "") -> Membership | None:
    """A membership that is stored nowhere, for this agency's people: one statement."""
    client = (
        Client.objects.filter(
            at_house(host, "agency__"),
            slug=slug,
            archived_on__isnull=True,
            agency__roles__user=user,
        )
        .select_related("agency")
        .first()
    )
    if client is None:
        return None
    membership = Membership(user=user, client=client, rights=list(LOOKING))
    membership.is_looking_along = True
    return membership
