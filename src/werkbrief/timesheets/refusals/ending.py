"""What is refused about the end of a placement."""

from collections.abc import Sequence
from datetime import date

from werkbrief.planning.models import Shift
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.clock import day_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import short_day


class ShiftsBeyond(Refusal):
    """Somebody is planned after the last day: nobody cancels that by accident."""

    def __init__(self, shifts: Sequence[Shift], last: date) -> None:
        self.count = len(shifts)
        if not shifts:
            super().__init__(
                "De planning is intussen gewijzigd. Kijk, en sla nog eens op.",
                field="ends_on",
            )
            return
        first, final = (day_of(shifts[place].start) for place in (0, -1))
        told = (
            f"staat nog een dienst gepland, op {short_day(first)}"
            if self.count == 1
            else f"staan nog {self.count} diensten gepland, van {short_day(first)} tot "
            f"en met {short_day(final)}"
        )
        super().__init__(
            f"Na {short_day(last)} {told}. Laat ze vervallen, of kies een latere dag.",
            field="ends_on",
        )


class HoursBeyond(Refusal):
    """Hours after the last day would hang in the air."""

    def __init__(self, entries: Sequence[TimeEntry], last: date) -> None:
        final = short_day(day_of(entries[-1].start))
        super().__init__(
            f"Na {short_day(last)} zijn nog uren ingevuld of goedgekeurd, het laatst "
            f"op {final}. Kies een latere dag, of laat die uren eerst afkeuren.",
            field="ends_on",
        )
