"""The terms of an agency carried out: once a day, behind the pages."""

from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.jobs.actions import Run, Wanted, ask
from werkbrief.jobs.models import Job
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.privacy.actions.asking import ERASURE, lay_ready
from werkbrief.privacy.actions.closing import carry_out_closing, lay_closing_ready
from werkbrief.privacy.actions.forgetting import carry_out
from werkbrief.privacy.models import Erasure, Retention
from werkbrief.privacy.reads import due, workers_over
from werkbrief.staffing.models import Agency
from werkbrief.walls import everywhere

RETENTION = "retention"
# All texts of an agency are gone through once for so many workers.
AT_ONCE = 25
SOME = 500


def retain_due(*, at: datetime) -> None:
    """Ask for each agency's round of today; asked once a day, whoever asks."""
    today = timezone.localdate(at)
    for agency in Agency.objects.exclude(retention__ran_on__gte=today):
        with transaction.atomic():
            held, _ = Retention.objects.select_for_update().get_or_create(agency=agency)
            if held.ran_on is None or held.ran_on < today:
                Retention.objects.filter(pk=held.pk).update(ran_on=today)
                ask_round(agency, by=None, at=at)


def ask_round(agency: Agency, *, by: User | None, at: datetime) -> Job:
    title = "Bewaartermijnen nalopen"
    return ask(Wanted(agency, RETENTION, title), by=by, at=at)


def work_on_retention(run: Run) -> None:
    """Each part by itself: ended half-way, the next round does the rest."""
    agency, at = run.agency, run.clock()
    told = {
        "medewerkers": _workers(run, at),
        "accounts": _accounts(run, at),
        "mails": _deleted(due.letters_over(agency, at)),
        "berichten": _deleted(due.messages_over(agency, at))
        + _deleted(due.calls_over(agency, at)),
        "adressen bij links": due.links_over(agency, at).update(email=""),
        "vertelde roosters": _deleted(due.told_over(agency, at)),
    }
    done = {what: count for what, count in told.items() if count}
    with transaction.atomic():
        if done:
            deed = Deed(agency.pk, run.by, at)
            trace = Trace("staffing.agency", agency.pk, None, {"erased": done})
            record("privacy.retained", deed, [trace])
        run.finish(
            sentences=[f"Gewist: {count} {what}." for what, count in done.items()]
            or ["Er was niets te wissen."]
        )


def work_on_erasure(run: Run) -> None:
    """One that was asked for, as far as the law lets it go."""
    mine = Erasure.objects.select_related("worker")
    erasure = mine.get(agency=run.agency, pk=run.wish["erasure"])
    at = run.clock()
    wiped = (
        carry_out_closing(erasure, run.tell, at=at)
        if erasure.user_id
        else carry_out([erasure], run.tell, at=at)
    )
    told = (
        "De naam is overal gewist; de uren staan er nog, zonder naam."
        if erasure.done_at
        else f"Het adres is gewist; de naam volgt na {erasure.kept_until:%d-%m-%Y}."
    )
    run.finish(sentences=[told, f"In {wiped} regels stond een teken in de plaats."])


JOBS = {RETENTION: work_on_retention, ERASURE: work_on_erasure}


def _workers(run: Run, at: datetime) -> int:
    """Who is over the term, and whose erasure waited for it or was broken off."""
    for worker in workers_over(run.agency, timezone.localdate(at)):
        lay_ready(worker, by=None, at=at)
    waiting = due.waiting(run.agency, at).filter(user=None).select_related("worker")
    rows, done = iter(list(waiting)), 0
    while some := list(islice(rows, AT_ONCE)):
        carry_out(some, run.tell, at=at)
        done += len(some)
    return done


def _accounts(run: Run, at: datetime) -> int:
    with everywhere():
        over = list(due.accounts_over(run.agency, at))
    for user in over:
        lay_closing_ready(user, run.agency, by=None, at=at)
    waiting = list(due.waiting(run.agency, at).filter(worker=None))
    for erasure in waiting:
        carry_out_closing(erasure, run.tell, at=at)
    return len(waiting)


def _deleted(rows: "QuerySet[Any]") -> int:
    """A portion at a time: nobody else waits for it."""
    count = 0
    while keys := list(rows.values_list("pk", flat=True)[:SOME]):
        rows.model._base_manager.filter(pk__in=keys).delete()  # noqa: SLF001
        count += len(keys)
    return count
