"""How far a week is."""

from dataclasses import dataclass

from werkbrief.timesheets.reads.cells import State, WeekSheet


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of entries; `total` leaves out the absent, who need nothing."""

    open: int
    changed: int
    approved: int
    rejected: int
    absent: int

    @property
    def waiting(self) -> int:
        return self.open + self.changed

    @property
    def done(self) -> int:
        return self.approved + self.rejected

    @property
    def total(self) -> int:
        return self.waiting + self.done


def progress_of(sheet: WeekSheet) -> Progress:
    """Counted over the sheet itself, so a tile never contradicts the screen."""
    return Progress(
        *(
            sheet.count(state)
            for state in (
                State.OPEN,
                State.CHANGED,
                State.APPROVED,
                State.REJECTED,
                State.ABSENT,
            )
        )
    )
