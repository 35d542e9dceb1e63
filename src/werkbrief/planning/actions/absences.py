"""Who is away, from and until when; why is nobody's business."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.planning.models import Absence
from werkbrief.planning.refusals import EndsBeforeStart
from werkbrief.staffing.models import Worker

KIND = "planning.absence"
ONE = timedelta(days=1)
FAR = date.max - ONE


@transaction.atomic
def tell_absent(
    worker: Worker, first: date, last: date | None, *, by: User | None, at: datetime
) -> Event | None:
    """Away on these days, both included; without a last day until further notice.

    Days that touch what was known become one absence. The deed, by which it can be
    undone; the same twice changes nothing and is None.
    """
    _refuse_backward(first, last)
    near = _held(worker, first - ONE, (last or FAR) + ONE)
    starts = min([first, *(one.starts_on for one in near)])
    ends = max([last or FAR, *(one.ends_on or FAR for one in near)])
    kept = near[0] if near else Absence(agency_id=worker.agency_id, worker=worker)
    traces = [_gone(one) for one in near[1:]]
    before = snapshot(kept) if kept.pk else None
    kept.starts_on, kept.ends_on = starts, None if ends >= FAR else ends
    if before == snapshot(kept):
        return None
    kept.save()
    traces.append(Trace(KIND, kept.pk, before, snapshot(kept)))
    return record("planning.absent", Deed(worker.agency_id, by, at), traces)


@transaction.atomic
def tell_present(
    worker: Worker, first: date, last: date | None, *, by: User | None, at: datetime
) -> Event | None:
    """There after all on these days; what lies around them stays an absence.

    The deed, by which it can be undone; None when nothing changed.
    """
    _refuse_backward(first, last)
    last = last or FAR
    traces = []
    for one in _held(worker, first, last):
        before, ends = snapshot(one), one.ends_on or FAR
        if ends > last:
            until = one.ends_on
            rest = Absence(agency_id=worker.agency_id, worker=worker)
            rest.starts_on, rest.ends_on = last + ONE, until
            rest.save()
            traces.append(Trace(KIND, rest.pk, None, snapshot(rest)))
        if one.starts_on >= first:
            traces.append(_gone(one))
            continue
        one.ends_on = first - ONE
        one.save()
        traces.append(Trace(KIND, one.pk, before, snapshot(one)))
    if not traces:
        return None
    return record("planning.present", Deed(worker.agency_id, by, at), traces)


def _refuse_backward(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise EndsBeforeStart


def _held(worker: Worker, first: date, last: date) -> list[Absence]:
    """What is known of these days, oldest first; nobody else writes meanwhile."""
    Worker.objects.select_for_update(no_key=True).get(pk=worker.pk)
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=first)
    return list(
        worker.absences.filter(still, starts_on__lte=last).order_by("starts_on")
    )


def _gone(absence: Absence) -> Trace:
    trace = Trace(KIND, absence.pk, snapshot(absence), None)
    absence.delete()
    return trace


def snapshot(absence: Absence) -> dict[str, str | None]:
    """What the journal keeps of an absence: from and until, and never why."""
    until = absence.ends_on
    return {
        "payroll_number": absence.worker.payroll_number,
        "starts_on": absence.starts_on.isoformat(),
        "ends_on": None if until is None else until.isoformat(),
    }
