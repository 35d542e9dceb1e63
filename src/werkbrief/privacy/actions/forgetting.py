"""Taking a worker's name out of everything; the hours stay, of nobody."""

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.utils import timezone

from werkbrief.jobs.models import JobPiece, State
from werkbrief.journal.actions import MARK, Deed, Trace, record
from werkbrief.journal.models import Change, Event
from werkbrief.privacy.actions.sweeping import Telling, sweep, wipe
from werkbrief.privacy.models import Erasure
from werkbrief.privacy.reads import Needles, lines_of, needles_of, rows_of
from werkbrief.privacy.reads.about import WAYS
from werkbrief.privacy.reads.places import places
from werkbrief.staffing.models import Worker
from werkbrief.timesheets.models import ManualEntry


def carry_out(erasures: Sequence[Erasure], tell: Telling, *, at: datetime) -> int:
    """Workers of one agency, as far as may be by now; how many rows lost a name.

    The name itself goes first, with what it was kept beside it: whoever is ended
    half-way searches on for the same. Again is harmless. All texts are gone through
    once, for whatever number of workers.
    """
    wiped, whole = 0, set()
    for number, erasure in enumerate(erasures):
        tell("Namen weghalen", number, len(erasures))
        if is_due(erasure, timezone.localdate(at)):
            _unname(erasure, at)
        erasure.refresh_from_db()
        needles = Needles.kept(erasure.needles)
        whole |= set(needles.whole)
        if erasure.worker and is_unnamed(erasure.worker):
            wiped += _wipe_near(erasure.worker, needles)
    for agency in {erasure.agency_id for erasure in erasures}:
        wiped += sweep(agency, Needles(tuple(sorted(whole))), tell)
    for erasure in erasures:
        close(erasure, at)
    return wiped


def is_due(erasure: Erasure, today: date) -> bool:
    return erasure.kept_until is None or erasure.kept_until < today


def is_unnamed(worker: Worker) -> bool:
    return worker.name == MARK


@transaction.atomic
def close(erasure: Erasure, at: datetime) -> None:
    """What was searched for is known nowhere any more."""
    erasure.needles = {}
    if is_due(erasure, timezone.localdate(at)):
        erasure.done_at = at
    erasure.save(update_fields=["needles", "done_at"])


@transaction.atomic
def _unname(erasure: Erasure, at: datetime) -> None:
    held = Worker.objects.select_for_update().get(erasure=erasure)
    if is_unnamed(held):
        return
    found = needles_of(held)
    whole = {*found.whole, *Needles.kept(erasure.needles).whole}
    erasure.needles = Needles(tuple(sorted(whole)), found.parts).to_keep
    erasure.save(update_fields=["needles"])
    held.name, held.payroll_number = MARK, f"gewist-{held.pk}"
    held.save()
    # A client typed who it was; which worker that is, the conversion says.
    rows_of(ManualEntry, held).update(who=MARK)
    LogEntry.objects.filter(
        content_type__app_label="staffing",
        content_type__model="worker",
        object_id=str(held.pk),
    ).delete()
    # Files that were made or brought hold names, and can be made again.
    JobPiece.objects.filter(
        job__agency=held.agency_id, job__state__in=[State.DONE, State.FAILED]
    ).delete()
    deed = Deed(held.agency_id, erasure.by, at)
    trace = Trace("staffing.worker", held.pk, None, {"erased": "naam en loonnummer"})
    record("privacy.erased", deed, [trace])


def _wipe_near(worker: Worker, needles: Needles) -> int:
    """In words about this worker first and last name apart go too."""
    wiped = 0
    lines = lines_of(worker)
    near = {model: rows_of(model, worker) for model in WAYS}
    near[Change] = lines
    near[Event] = Event.objects.filter(pk__in=lines.values("event"))
    for place in places():
        if place.model in near:
            keys = near[place.model].values_list("pk", flat=True)
            wiped += wipe(place, keys, needles, is_near=True)
    return wiped
