"""The pay of one entry, for the dialog, also while somebody is typing."""

from werkbrief.pay.reads.hours import (
    NO_AGREEMENT,
    Hours,
    agreement_on,
    agreements_of,
    counting,
    earlier,
    unraveled,
)
from werkbrief.pay.reads.lines import EntryPay, grouped, lines, segments
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.clock import day_of
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week


def pay_of_entry(entry: TimeEntry) -> EntryPay:
    """The lines of this entry, as part of its worker's week: three statements.

    A fourth where the CAO counts by longer than a week. The entry's own (perhaps not
    yet stored) times count instead of the stored ones.
    """
    agreement = agreement_on(agreements_of(entry.client), day_of(entry.start))
    if agreement is None:
        return EntryPay(reason=say(NO_AGREEMENT))
    week = Week.of(day_of(entry.start))
    own = entry.client.time_entries.filter(worker_id=entry.worker_id)
    before = earlier(own, week, [agreement]).get(entry.worker_id, [])
    outcome = unraveled([*before, *_week_with(entry, week)], agreement)
    if isinstance(outcome, str):
        return EntryPay(reason=outcome)
    return EntryPay(
        segments=tuple(segments(outcome, entry.pk)),
        lines=tuple(grouped(lines(outcome, entry.pk))),
        flags=tuple(flag.sentence for flag in outcome.flags),
        reasons=outcome.explain(key=entry.pk),
        agreement=say("cao %(pack)s", pack=agreement.pack),
    )


def _week_with(entry: TimeEntry, week: Week) -> list[Hours]:
    entries = entry.client.time_entries.in_week(week).filter(worker_id=entry.worker_id)
    rows = [row for row in counting(entry.client, entries, week) if row.pk != entry.pk]
    if not _is_rejected(entry):
        rows.append(
            Hours(
                entry.pk,
                entry.start,
                entry.end,
                entry.break_minutes,
                entry.worker_id,
                entry.assignment.contract_minutes,
            )
        )
    return rows


def _is_rejected(entry: TimeEntry) -> bool:
    decision = getattr(entry, "decision", None)
    return decision is not None and decision.verdict == Verdict.REJECTED
