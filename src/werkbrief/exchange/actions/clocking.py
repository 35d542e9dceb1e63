"""Importing hours from a time clock: all or nothing, and twice changes nothing."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.exchange.actions.counted import sentences_of
from werkbrief.exchange.actions.importing import register_of
from werkbrief.exchange.actions.placing import Placer
from werkbrief.exchange.actions.remembering import last_event, remember
from werkbrief.exchange.reading.lines import Reading
from werkbrief.exchange.reading.mistakes import Mistake
from werkbrief.journal.actions import Deed
from werkbrief.staffing.models import Agency
from werkbrief.timesheets.actions import take_clocked
from werkbrief.words.clock import clock, instant


@dataclass(slots=True)
class HoursOutcome:
    """What an import of hours did, or would do; with mistakes nothing was done."""

    lines: int = 0
    mistakes: list[Mistake] = field(default_factory=list)
    skipped_columns: tuple[str, ...] = ()
    created: int = 0
    changed: int = 0
    confirmed: int = 0

    @property
    def does_nothing(self) -> bool:
        return not (self.created or self.changed)

    def sentences(self) -> list[str]:
        counts = {
            "werkbriefjes kregen de tijden van de klok": self.changed,
            "werkbriefjes die niet gepland waren, erbij": self.created,
            "werkbriefjes hadden die tijden al": self.confirmed,
        }
        return sentences_of(counts)


@transaction.atomic
def import_hours(
    reading: Reading,
    *,
    agency: Agency,
    by: User | None,
    at: datetime,
    is_trial: bool = False,
) -> HoursOutcome:
    """Make the hours of these days what the clock says they were.

    Only for who is placed already: a clock places nobody. Raises AlreadyFinal and
    Overlapping, which name whom.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)
    placer = Placer(register_of(reading, agency))
    clocked: dict[tuple[int, date], list[tuple[int, int, int]]] = defaultdict(list)
    now = instant(at)
    for line, slot in placer.place_all(reading):
        if slot.assignment is None:
            placer.say(
                line.number,
                "Loonnummer",
                line.payroll_number,
                "Deze medewerker heeft hier geen plaatsing. Lees eerst de planning in.",
            )
        elif line.end > now:
            remedy = "Deze uren moeten nog gewerkt worden. Haal de regel weg."
            placer.say(line.number, "Eindtijd", clock(line.end), remedy)
        else:
            times = (line.start, line.end, line.break_minutes)
            clocked[slot.assignment.pk, line.day].append(times)
    mistakes = sorted([*reading.mistakes, *placer.mistakes], key=lambda m: m.line)
    outcome = HoursOutcome(len(reading.lines), mistakes, reading.skipped_columns)
    if not mistakes:
        since = last_event()
        did = take_clocked(clocked, agency=agency, by=by, at=at)
        outcome.created, outcome.changed = len(did.created), len(did.changed)
        outcome.confirmed = did.confirmed
        if not outcome.does_nothing:
            deed = Deed(agency.pk, by, at)
            remember("hours", reading.name, since, deed, outcome.sentences())
    if is_trial:
        transaction.set_rollback(True)
    return outcome
