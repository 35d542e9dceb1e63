"""What the retention would take away today: counted for the screen, and taken."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.exchange.models import ApiToken, Supplied, WebhookCall
from werkbrief.journal.models import Event
from werkbrief.notices.models import Letter, ToldSchedule
from werkbrief.privacy.models import Erasure
from werkbrief.privacy.reads.terms import accounts_closed, retention_of, workers_over
from werkbrief.staffing.models import Agency, AgencyRole, Membership, PersonalLink
from werkbrief.walls import everywhere


@dataclass(frozen=True, slots=True)
class Due:
    """One sort of thing: what becomes of it, and of how many today."""

    what: str
    becomes: str
    count: int


def due_today(agency: Agency, at: datetime) -> list[Due]:
    """For the screen: one statement a line, and nothing is touched."""
    rows = [
        ("Medewerkers", "naam en loonnummer weg", workers_over(agency, _day(at))),
        ("Gevraagde wissingen", "naam en loonnummer weg", waiting(agency, at)),
        ("Accounts zonder toegang", "inloggen en adres weg", accounts_over(agency, at)),
        ("Mails", "verwijderd", letters_over(agency, at)),
        ("Berichten van systemen", "verwijderd", messages_over(agency, at)),
        ("Berichten aan systemen", "verwijderd", calls_over(agency, at)),
        ("Adressen bij links", "weg", links_over(agency, at)),
        ("Verteld rooster", "verwijderd", told_over(agency, at)),
    ]
    # Whether an account opens something elsewhere, too; each is asked of one agency.
    with everywhere():
        return [Due(what, becomes, found.count()) for what, becomes, found in rows]


def waiting(agency: Agency, at: datetime) -> "QuerySet[Erasure]":
    """Asked for or begun, and by now to be done."""
    today = _day(at)
    ready = Q(kept_until=None) | Q(kept_until__lt=today) | ~Q(needles={})
    return Erasure.objects.filter(ready, agency=agency, done_at=None)


def accounts_over(agency: Agency, at: datetime) -> "QuerySet[User]":
    """Of who did something here, and of who never did anything anywhere."""
    since = at - timedelta(days=retention_of(agency).account_days)
    mine = Event.objects.filter(by=OuterRef("pk"))
    idle = User.objects.filter(
        ~Exists(mine),
        ~Exists(Membership.objects.filter(user=OuterRef("pk"))),
        ~Exists(AgencyRole.objects.filter(user=OuterRef("pk"))),
        is_staff=False,
    )
    over = (accounts_closed(agency) | idle).filter(
        Q(last_login=None) | Q(last_login__lt=since), date_joined__lt=since
    )
    acting = ApiToken.objects.filter(acts_as=OuterRef("pk"), revoked=None)
    recent = mine.filter(at__gte=since)
    return over.filter(~Exists(recent), ~Exists(acting), erasure=None)


def letters_over(agency: Agency, at: datetime) -> "QuerySet[Letter]":
    since = at - timedelta(days=retention_of(agency).letter_days)
    gone = Q(sent_at__lt=since) | Q(given_up_at__lt=since)
    return Letter.objects.filter(gone, agency=agency)


def messages_over(agency: Agency, at: datetime) -> "QuerySet[Supplied]":
    since = at - timedelta(days=retention_of(agency).message_days)
    return Supplied.objects.filter(agency=agency, at__lt=since)


def calls_over(agency: Agency, at: datetime) -> "QuerySet[WebhookCall]":
    """What arrived, and what was given up, after the same days."""
    since = at - timedelta(days=retention_of(agency).message_days)
    events = Event.objects.filter(agency_id=agency.pk, at__lt=since).values("pk")
    return WebhookCall.objects.filter(
        Q(arrived__isnull=False) | Q(due=None),
        webhook__agency=agency,
        event__in=events,
    )


def links_over(agency: Agency, at: datetime) -> "QuerySet[PersonalLink]":
    until = _day(at) - timedelta(days=retention_of(agency).link_days)
    return PersonalLink.objects.filter(agency=agency, expires_on__lt=until).exclude(
        email=""
    )


def told_over(agency: Agency, at: datetime) -> "QuerySet[ToldSchedule]":
    until = _day(at) - timedelta(days=retention_of(agency).link_days)
    ended = Q(link__expires_on__lt=until) | Q(link__revoked_at__date__lt=until)
    return ToldSchedule.objects.filter(ended, link__agency=agency)


def _day(at: datetime) -> date:
    return timezone.localdate(at)
