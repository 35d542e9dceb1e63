"""'Zelfde als': whose hours, or of which day, an entry is to get."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from werkbrief.timesheets.reads.cells import Cell, Row, State, WeekSheet
from werkbrief.words.clock import clock_minutes
from werkbrief.words.notation import Typed
from werkbrief.words.tongues import say


class Source(StrEnum):
    """What somebody points at."""

    YESTERDAY = "gisteren"
    LAST_WEEK = "vorige-week"
    COLLEAGUE = "collega"


@dataclass(slots=True)
class Likeness:
    """Entry id -> the hours it gets; and who is passed over, per reason."""

    typed: dict[int, Typed] = field(default_factory=dict)
    passed: dict[str, list[str]] = field(default_factory=dict)

    def pass_over(self, reason: str, whom: str) -> None:
        self.passed.setdefault(reason, []).append(whom)


FINAL = (State.APPROVED, State.REJECTED)
Spot = tuple[Row, int, int]


def likened(
    chosen: Collection[int],
    source: Source,
    *,
    sheet: WeekSheet,
    before: WeekSheet,
    colleague: int | None = None,
) -> Likeness:
    """What each chosen entry gets. `before` is the week before, `colleague` a row.

    Several days in a row get what stood before the first of them: yesterday's hours of
    a day that changes itself are those of its own yesterday.
    """
    rows = {row.id: row for row in sheet.rows}
    earlier = {row.id: row for row in before.rows}
    found = Likeness()
    for row, day, place in _spots(sheet, chosen):
        cell = row.days[day][place]
        whom = _whom(row.name, sheet, day)
        if cell.state in FINAL:
            found.pass_over(say("staat al vast"), whom)
            continue
        if source == Source.YESTERDAY:
            model = _yesterday(row, earlier.get(row.id), day, chosen)
        elif source == Source.LAST_WEEK:
            model = earlier[row.id].days[day] if row.id in earlier else []
        else:
            other = rows.get(colleague or 0)
            model = other.days[day] if other else []
        _give(found, cell, (place, len(row.days[day])), model, whom)
    return found


def _give(
    found: Likeness, cell: Cell, nth: tuple[int, int], model: list[Cell], whom: str
) -> None:
    place, count = nth
    if not model:
        found.pass_over(say("daar staan geen uren"), whom)
    elif len(model) != count:
        found.pass_over(say("daar staat een ander aantal diensten"), whom)
    elif model[place].state in (State.REJECTED, State.ABSENT):
        found.pass_over(say("daar is niet gewerkt"), whom)
    else:
        found.typed[cell.id] = _hours(model[place])


def _hours(cell: Cell) -> Typed:
    return Typed(clock_minutes(cell.start), clock_minutes(cell.end), cell.pause)


def _spots(sheet: WeekSheet, chosen: Collection[int]) -> Iterator[Spot]:
    for row in sheet.rows:
        for day, cells in enumerate(row.days):
            for place, cell in enumerate(cells):
                if cell.id in chosen:
                    yield row, day, place


def _yesterday(
    row: Row, earlier: Row | None, day: int, chosen: Collection[int]
) -> list[Cell]:
    for back in range(day - 1, -1, -1):
        cells = row.days[back]
        if not any(cell.id in chosen and cell.state not in FINAL for cell in cells):
            return cells
    return earlier.days[6] if earlier else []


def _whom(name: str, sheet: WeekSheet, day: int) -> str:
    on = sheet.week.days[day]
    return f"{name} ({on.day}-{on.month})"


def passed_over(passed: Mapping[str, list[str]], most: int = 3) -> list[str]:
    """A sentence per reason, with the first few by name."""
    return [
        say("Overgeslagen, %(reason)s: %(names)s.")
        % {"reason": reason, "names": _named(names, most)}
        for reason, names in passed.items()
    ]


def _named(names: list[str], most: int) -> str:
    rest = len(names) - most
    shown = "; ".join(names[:most])
    return shown + (say("; en nog %(rest)s") % {"rest": rest} if rest > 0 else "")
