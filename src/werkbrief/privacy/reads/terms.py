"""Until when the law wants somebody's name kept, and of whom the term is over."""

from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from werkbrief.accounts.models import User
from werkbrief.journal.models import Event
from werkbrief.privacy.models import LEGAL_YEARS, Erasure, Retention
from werkbrief.staffing.models import (
    Agency,
    AgencyRole,
    Assignment,
    Membership,
    Worker,
)
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import day_of, midnight


def retention_of(agency: Agency) -> Retention:
    """As it was set, or as everybody begins."""
    held = Retention.objects.filter(agency=agency).first()
    return held or Retention(agency=agency)


def kept_until(worker: Worker) -> date | None:
    """The last day of the legal term; None where there are no hours to account for.

    Seven years after the year in which the last hours were worked (article 52 AWR).
    """
    last = TimeEntry.objects.filter(worker=worker).aggregate(last=Max("start"))["last"]
    return None if last is None else date(day_of(last).year + LEGAL_YEARS, 12, 31)


def erasure_shown(worker: Worker) -> dict[str, object]:
    """For the page of the worker: whether it was asked, and what became of it."""
    held = Erasure.objects.filter(worker=worker).first()
    if held is None:
        return {}
    if held.done_at:
        return {"is_gone": True, "erased": "De naam is gewist."}
    told = "Wissing is gevraagd en bezig."
    if held.kept_until:
        told = f"Wissing is gevraagd; de naam gaat weg na {held.kept_until:%d-%m-%Y}."
    return {"is_gone": True, "erased": told}


def is_placed(worker: Worker, on: date) -> bool:
    return Assignment.objects.filter(worker=worker).exclude(ends_on__lt=on).exists()


def workers_over(agency: Agency, on: date) -> "QuerySet[Worker]":
    """Whose last day lies more than the agency's years before this year."""
    first = date(on.year - retention_of(agency).years, 1, 1)
    late = TimeEntry.objects.filter(worker=OuterRef("pk"), start__gte=midnight(first))
    placed = Assignment.objects.filter(worker=OuterRef("pk")).exclude(ends_on__lt=first)
    ever = Assignment.objects.filter(worker=OuterRef("pk"), ends_on__lt=first)
    return Worker.objects.filter(
        ~Exists(late),
        ~Exists(placed),
        Q(Exists(ever)) | Q(archived_on__lt=first),
        agency=agency,
        erasure=None,
    )


def accounts_closed(agency: Agency) -> "QuerySet[User]":
    """Who did something here once, and has no place anywhere any more."""
    mine = Event.objects.filter(agency_id=agency.pk, by=OuterRef("pk"))
    return User.objects.filter(
        Exists(mine),
        ~Exists(Membership.objects.filter(user=OuterRef("pk"))),
        ~Exists(AgencyRole.objects.filter(user=OuterRef("pk"))),
        is_staff=False,
    )
