"""What would come of hours that were typed, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from werkbrief.planning.reads import absent_among
from werkbrief.timesheets.actions.changing import Times, overlapping, retimed
from werkbrief.timesheets.models import TimeEntry, TimeEntryQuerySet
from werkbrief.timesheets.refusals import BadTimes, of_whom
from werkbrief.words.clock import day_of
from werkbrief.words.notation import Typed
from werkbrief.words.tongues import say


@dataclass(slots=True)
class Outlook:
    """One entry: as it is, as it would be, or why it can't be so."""

    id: int
    version: int
    before: Times
    after: Times
    is_overwriting: bool
    is_absent: bool
    problem: str = ""

    @property
    def is_moved(self) -> bool:
        """Somebody absent of whom the planned hours are typed did work: that counts."""
        return self.after != self.before or self.is_absent


def foresee(scope: TimeEntryQuerySet, typed: Mapping[int, Typed]) -> dict[int, Outlook]:
    """Entry id -> what would become of it: three statements for any number."""
    chosen = scope.standing().filter(pk__in=list(typed))
    # A refusal says whose hours it is about.
    entries = list(chosen.select_related("worker"))
    away = absent_among(
        {entry.worker_id for entry in entries}, {day_of(e.start) for e in entries}
    )
    found = {}
    fine = []
    for entry in entries:
        before = (entry.start, entry.end, entry.break_minutes)
        absent = not entry.is_touched and (entry.worker_id, day_of(entry.start)) in away
        outlook = Outlook(
            entry.pk, entry.version, before, before, entry.is_touched, absent
        )
        found[entry.pk] = outlook
        try:
            outlook.after = retimed(entry, typed[entry.pk])
        except BadTimes as refusal:
            # The name stands beside it already.
            outlook.problem = refusal.sentence.removeprefix(f"{of_whom(entry)}: ")
            continue
        if outlook.is_moved:
            entry.start, entry.end, entry.break_minutes = outlook.after
            fine.append(entry)
    _mark_overlap(fine, found)
    return found


def _mark_overlap(moved: list[TimeEntry], found: dict[int, Outlook]) -> None:
    for entry in overlapping(moved) if moved else ():
        found[entry.pk].problem = say(
            "deze tijden vallen samen met andere uren van deze medewerker. Kijk de "
            "tijden na, of keur eerst de dienst af die niet is gewerkt."
        )
