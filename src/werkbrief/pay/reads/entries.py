"""The pay of one entry, for the dialog, also while somebody is typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from ontrafelaar import Outcome
from werkbrief.pay.reads.by_hand import overrides_of
from werkbrief.pay.reads.hours import (
    NO_AGREEMENT,
    Hours,
    agreement_on,
    agreements_of,
    counting,
    earlier,
    unraveled,
)
from werkbrief.pay.reads.law import in_words
from werkbrief.pay.reads.lines import Line, Segment, grouped, lines, segments
from werkbrief.pay.reads.whole import (
    DayPay,
    Moved,
    WeekLine,
    moved,
    week_days,
    week_lines,
)
from werkbrief.timesheets.models import TimeEntry, Verdict
from werkbrief.words.clock import day_of
from werkbrief.words.tongues import say, tongue
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class EntryPay:
    """The pay of one entry; `reason` says why there is none.

    `reasons` tell of each stretch why this and why not that, and of each rule that held
    nowhere in this entry why it did not. `week` and `days` are the worker's whole week
    with it; `moved` is what its typed times change on the other days.
    """

    segments: tuple[Segment, ...] = ()
    lines: tuple[Line, ...] = ()
    flags: tuple[str, ...] = ()
    agreement: str = ""
    reason: str = ""
    reasons: tuple[str, ...] = ()
    week: tuple[WeekLine, ...] = ()
    days: tuple[DayPay, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def is_to_judge(self) -> bool:
        """Something was set by hand on it, and the computation has changed since."""
        return any(line.is_to_judge for line in self.lines)


def pay_of_entry(entry: TimeEntry) -> EntryPay:
    """The lines of this entry, as part of its worker's week: four statements.

    A fifth where the CAO counts by longer than a week. The entry's own (perhaps not
    yet stored) times count instead of the stored ones.
    """
    agreements = agreements_of(entry.client)
    agreement = agreement_on(agreements, day_of(entry.start))
    if agreement is None:
        return EntryPay(reason=say(NO_AGREEMENT))
    week = Week.of(day_of(entry.start))
    own = entry.client.time_entries.filter(worker_id=entry.worker_id)
    before = earlier(own, week, [agreement]).get(entry.worker_id, [])
    stored = counting(entry.client, own.in_week(week), week)
    rows = _with(entry, stored)
    paid = [
        row
        for row in rows
        if not row.is_away and agreement_on(agreements, day_of(row.start)) == agreement
    ]
    by_hand = overrides_of(own.in_week(week))
    overrides = [one for row in paid for one in by_hand.get(row.pk, ())]
    outcome = unraveled([*before, *rows], agreement, overrides)
    if isinstance(outcome, str):
        return EntryPay(reason=outcome)
    return EntryPay(
        segments=tuple(segments(outcome, entry.pk)),
        lines=tuple(grouped(lines(outcome, entry.pk))),
        flags=tuple(in_words(flag.sentence) for flag in outcome.flags),
        reasons=outcome.explain(tongue().code, key=entry.pk),
        agreement=say("cao %(pack)s", pack=agreement.pack),
        week=tuple(week_lines(outcome, entry.pk, {row.pk for row in paid})),
        days=tuple(week_days(outcome, week, paid, entry.pk)),
        moved=_moved(
            entry.pk,
            unraveled([*before, *stored], agreement, overrides),
            outcome,
            paid,
        )
        if rows != stored
        else (),
    )


def _moved(
    own: int, old: Outcome | str, new: Outcome, paid: Sequence[Hours]
) -> tuple[Moved, ...]:
    return () if isinstance(old, str) else tuple(moved(old, new, paid, own))


def _with(entry: TimeEntry, stored: Sequence[Hours]) -> list[Hours]:
    """Its own times for the stored ones; what is as it was stays where it stood."""
    if _is_rejected(entry):
        return [row for row in stored if row.pk != entry.pk]
    typed = Hours(
        entry.pk,
        entry.start,
        entry.end,
        entry.break_minutes,
        entry.worker_id,
        entry.assignment.contract_minutes,
    )
    if typed in stored:
        return list(stored)
    return [*(row for row in stored if row.pk != entry.pk), typed]


def _is_rejected(entry: TimeEntry) -> bool:
    decision = getattr(entry, "decision", None)
    return decision is not None and decision.verdict == Verdict.REJECTED
