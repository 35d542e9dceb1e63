"""Approving and rejecting: final, all of a selection or none."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.journal.models import Event
from werkbrief.planning.reads import absent_among
from werkbrief.rows import insert
from werkbrief.timesheets.actions.locking import (
    KIND,
    Scope,
    Seen,
    refuse_stale,
    snapshot,
    take,
)
from werkbrief.timesheets.models import (
    Decision,
    Reason,
    TimeEntry,
    Verdict,
)
from werkbrief.timesheets.refusals import Away, NotOver
from werkbrief.words.clock import day_of, instant


def approve(scope: Scope, seen: Seen, *, by: User, at: datetime) -> Event | None:
    """Make these hours final as worked. Raises AlreadyFinal, Stale, NotOver, Away."""
    return _judge(scope, seen, Decision(verdict=Verdict.APPROVED, by=by, at=at))


def reject(
    scope: Scope, seen: Seen, reason: Reason, *, by: User, at: datetime
) -> Event | None:
    """Make these hours final as not worked, and say why."""
    decision = Decision(verdict=Verdict.REJECTED, reason=reason, by=by, at=at)
    return _judge(scope, seen, decision)


def _judge(scope: Scope, seen: Seen, verdict: Decision) -> Event | None:
    """Ten statements for any number of entries; None for an empty selection."""
    try:
        with transaction.atomic():
            chosen = take(scope, seen)
            if not chosen:
                return None
            _refuse_unworked(chosen, verdict)
            return _store(chosen, verdict)
    except IntegrityError:
        # Two at once on different connections: the 1:1 let exactly one through.
        refuse_stale(chosen, seen)
        raise


def _refuse_unworked(chosen: Sequence[TimeEntry], verdict: Decision) -> None:
    now = instant(verdict.at)
    approving = verdict.verdict == Verdict.APPROVED
    over = {e.pk: e.end if approving else e.start for e in chosen}
    if early := [entry for entry in chosen if over[entry.pk] > now]:
        fact = NotOver.APPROVE if approving else NotOver.REJECT
        raise NotOver(early, fact, max(over.values()))
    absent = absent_among(
        {e.worker_id for e in chosen}, {day_of(e.start) for e in chosen}
    )
    away = [
        entry
        for entry in chosen
        if not entry.is_touched and (entry.worker_id, day_of(entry.start)) in absent
    ]
    if away:
        raise Away(away)


def _store(chosen: Sequence[TimeEntry], verdict: Decision) -> Event:
    entries = TimeEntry.objects.filter(pk__in=[entry.pk for entry in chosen])
    if verdict.verdict == Verdict.REJECTED:
        entries.update(version=F("version") + 1, is_occupying=False)
    else:
        entries.update(version=F("version") + 1)
    at = connection.ops.adapt_datetimefield_value(verdict.at)
    same = (verdict.verdict, verdict.reason, verdict.by_id, at)
    insert(
        Decision,
        ("entry_id", "agency_id", "verdict", "reason", "by_id", "at"),
        ((entry.pk, entry.agency_id, *same) for entry in chosen),
    )
    deed = Deed(chosen[0].agency_id, verdict.by, verdict.at, verdict.reason)
    return record(
        f"timesheets.{verdict.verdict}",
        deed,
        map(_trace, chosen, [verdict] * len(chosen)),
    )


def _trace(entry: TimeEntry, verdict: Decision) -> Trace:
    before = snapshot(entry)
    after = {
        **before,
        "version": entry.version + 1,
        "verdict": verdict.verdict,
        "reason": verdict.reason,
    }
    return Trace(KIND, entry.pk, before, after)
