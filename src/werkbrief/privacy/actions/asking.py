"""Somebody wants to be forgotten: what may go goes now, what must stay says so."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.jobs.actions import Wanted, ask
from werkbrief.jobs.models import Job
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.notices.models import ToldSchedule
from werkbrief.privacy.models import Erasure
from werkbrief.privacy.reads import is_placed, kept_until, letters_to
from werkbrief.privacy.refusals import AlreadyErased, StillWorks
from werkbrief.staffing.models import PersonalLink, Worker

ERASURE = "erasure"


@transaction.atomic
def ask_erasure(worker: Worker, *, by: User | None, at: datetime) -> Erasure:
    """Article 17: what no law keeps goes at once, the name when the term is over.

    Asked twice is asked once. Raises StillWorks, AlreadyErased.
    """
    held = Worker.objects.select_for_update().get(pk=worker.pk)
    if is_placed(held, timezone.localdate(at)):
        raise StillWorks(held.name)
    if present := Erasure.objects.filter(worker=held).first():
        if present.done_at:
            raise AlreadyErased
        return present
    made = lay_ready(held, by=by, at=at)
    ask_for(made, at=at)
    return made


@transaction.atomic
def lay_ready(held: Worker, *, by: User | None, at: datetime) -> Erasure:
    """The address is gone at once; what is left to do stands in the row."""
    today = timezone.localdate(at)
    until = kept_until(held)
    if until and until < today:
        until = None
    addresses = _let_go(held, at)
    made = Erasure.objects.create(
        agency_id=held.agency_id,
        worker=held,
        asked_at=at,
        by=by,
        kept_until=until,
        needles={"whole": addresses} if addresses else {},
    )
    if held.archived_on is None:
        held.archived_on = today
        held.save(update_fields=["archived_on"])
    told = {"kept_until": str(until or "")}
    deed = Deed(held.agency_id, by, at)
    record(
        "privacy.erasure_asked", deed, [Trace("staffing.worker", held.pk, None, told)]
    )
    return made


def ask_for(erasure: Erasure, *, at: datetime) -> Job:
    """The searching itself goes behind the page."""
    wanted = Wanted(
        erasure.agency, ERASURE, f"Wissing {erasure.pk}", {"erasure": erasure.pk}
    )
    return ask(wanted, by=erasure.by, at=at)


def _let_go(worker: Worker, at: datetime) -> list[str]:
    """No law wants the address kept: the link, and the mail that went there."""
    links = PersonalLink.objects.filter(worker=worker)
    addresses = sorted(set(links.exclude(email="").values_list("email", flat=True)))
    letters = letters_to(worker)
    addresses += sorted(set(letters.values_list("to", flat=True)) - set(addresses))
    letters.delete()
    ToldSchedule.objects.filter(link__in=links).delete()
    links.filter(revoked_at=None).update(revoked_at=at)
    links.update(email="")
    return addresses
