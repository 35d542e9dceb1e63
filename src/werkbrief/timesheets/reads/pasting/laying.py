"""A block laid on a week: each cell at its entry, or the sentence that says why not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from werkbrief.timesheets.reads.cells import Cell, Row, State, WeekSheet
from werkbrief.timesheets.reads.pasting.days import Columns, from_left, heading
from werkbrief.timesheets.reads.pasting.people import People
from werkbrief.words.clock import clock_minutes
from werkbrief.words.notation import Typed, read_pasted
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

Block = Sequence[Sequence[str]]
FINAL = (State.APPROVED, State.REJECTED)
_BETWEEN = re.compile(r"[;+]")


@dataclass(slots=True)
class Spot:
    """One filled cell of the block. `day` is None where the person is the problem."""

    row: int
    column: int
    text: str
    who: str
    day: int | None
    problem: str = ""
    lands: list[tuple[Cell, Typed]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Laid:
    """All filled cells of a block, in its order; `same` were final as they stand."""

    spots: list[Spot]
    same: int

    @property
    def typed(self) -> dict[int, Typed]:
        """Entry id -> what was typed for it."""
        return {cell.id: typed for spot in self.spots for cell, typed in spot.lands}


def lay_out(
    block: Block, sheet: WeekSheet, *, row: int | None = None, day: int = 0
) -> Laid:
    """Lay the block on the sheet, from the row of this assignment and this day on.

    Where the block names its workers or its days, those decide. Raises Refusal when
    the block as a whole does not fit; what is wrong with one cell stands at that cell.
    """
    people = People(sheet.rows)
    leading = people.leading(block)
    headed = heading(block[0], sheet.week)
    columns = headed or from_left(leading, len(block[0]), day)
    body = range(1 if headed else 0, len(block))
    whose = (
        _named(block, body, people, leading)
        if leading
        else _in_order(list(sheet.rows), body, row)
    )
    spots, same = [], 0
    taken: set[int] = set()
    for spot, rows in _spots(block, columns, whose):
        if not spot.problem:
            same += _land(spot, rows, taken)
        if spot.problem or spot.lands:
            spots.append(spot)
    return Laid(spots, same)


Whose = Mapping[int, "list[Row] | Refusal"]


def _named(block: Block, body: range, people: People, leading: int) -> Whose:
    found: dict[int, list[Row] | Refusal] = {}
    for number in body:
        if not any(block[number]):
            continue
        try:
            found[number] = people.find(block[number][:leading])
        except Refusal as refusal:
            found[number] = refusal
    return found


def _in_order(rows: list[Row], body: range, first: int | None) -> Whose:
    ids = [row.id for row in rows]
    start = ids.index(first) if first in ids else 0
    if len(body) > len(rows) - start:
        raise Refusal(
            say(
                "Dit blok is %(count)s regels lang; vanaf %(name)s staan er %(room)s. "
                "Ga hoger staan, of kopieer de namen of loonnummers mee."
            )
            % {
                "count": len(body),
                "name": rows[start].name if rows else "?",
                "room": len(rows) - start,
            }
        )
    return {number: [rows[start + n]] for n, number in enumerate(body)}


def _spots(
    block: Block, columns: Columns, whose: Whose
) -> Iterator[tuple[Spot, list[Row]]]:
    for number, rows in whose.items():
        line = block[number]
        if isinstance(rows, Refusal):
            if any(line[column] for column in columns):
                at = next(n for n, text in enumerate(line) if text)
                yield Spot(number, at, line[at], line[at], None, rows.sentence), []
            continue
        for column, day in columns.items():
            if line[column]:
                yield Spot(number, column, line[column], rows[0].name, day), rows


def _land(spot: Spot, rows: list[Row], taken: set[int]) -> bool:
    """Bring the text to its entries; True when it says what is final already."""
    cells = [cell for row in rows for cell in row.days[spot.day or 0]]
    try:
        typed = [read_pasted(part) for part in _parts(spot.text)]
        if typed == [None]:
            return False
        pairs = _pairs(cells, typed)
        if all(cell.state in FINAL and _says(one, cell) for cell, one in pairs):
            return True
        for cell, one in pairs:
            _refuse(cell, one, is_twice=cell.id in taken)
    except Refusal as refusal:
        spot.problem = refusal.sentence
        return False
    spot.lands = pairs
    taken.update(cell.id for cell, _typed in pairs)
    return False


def _parts(text: str) -> Iterator[str]:
    """The shifts in one cell; blank lines between two of them are none."""
    for part in _BETWEEN.split(text):
        yield from list(filter(str.strip, part.split("\n"))) or [""]


def _pairs(
    cells: Sequence[Cell], typed: Sequence[Typed | None]
) -> list[tuple[Cell, Typed]]:
    if not cells:
        raise Refusal(
            say(
                "Op deze dag staat geen werkbriefje klaar. Maak de cel leeg, of voeg "
                "een handmatig werkbriefje toe."
            )
        )
    if len(cells) != len(typed):
        raise Refusal(
            say("Hier staat één dienst. Schrijf één paar tijden.")
            if len(cells) == 1
            else say(
                "Hier staan %(count)s diensten. Schrijf ze met een puntkomma ertussen, "
                "bijvoorbeeld 6-10; 15-19."
            )
            % {"count": len(cells)}
        )
    return [(cell, one) for cell, one in zip(cells, typed, strict=True) if one]


def _refuse(cell: Cell, typed: Typed, *, is_twice: bool) -> None:
    if is_twice:
        raise Refusal(say("Deze dag staat twee keer in het blok. Laat er één staan."))
    if cell.state in FINAL:
        approved = cell.state == State.APPROVED
        judged = say("goedgekeurd") if approved else say("afgekeurd")
        raise Refusal(
            say(
                "Staat al vast (%(judged)s). Maak de cel leeg, of vraag een correctie "
                "aan."
            )
            % {"judged": judged}
        )
    if typed.total == 0:
        raise Refusal(
            say("Niet gewerkt? Maak de cel leeg en keur het werkbriefje daarna af.")
        )


def _says(typed: Typed, cell: Cell) -> bool:
    """What is typed is what stands; who was rejected worked nothing."""
    worked = 0 if cell.state == State.REJECTED else cell.worked
    stands = Typed(
        clock_minutes(cell.start), clock_minutes(cell.end), cell.pause, worked
    )
    return all(
        one in (None, other)
        for one, other in (
            (typed.start, stands.start),
            (typed.end, stands.end),
            (typed.pause, stands.pause),
            (typed.total, stands.total),
        )
    )
