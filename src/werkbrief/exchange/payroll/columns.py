"""The columns that a payroll file may have."""

from collections.abc import Callable
from dataclasses import dataclass

from werkbrief.exchange.payroll.lines import PaidLine
from werkbrief.exchange.timecards.coding import CODES
from werkbrief.exchange.timecards.pieces import Piece
from werkbrief.exchange.workbooks.pages import (
    DATE,
    DECIMAL,
    DURATION,
    PERCENT,
    TEXT,
    TIME,
    Column,
    Value,
    as_duration,
    as_time,
)
from werkbrief.pay.reads import BASE_LABEL, HourSort
from werkbrief.words.weeks import Week

UNKNOWN = "nog te bepalen"


@dataclass(frozen=True, slots=True)
class PayrollColumn:
    """A column, and what it says of a line."""

    column: Column
    value: Callable[[PaidLine], Value]


def _minutes(line: PaidLine) -> int:
    return line.piece.minutes if line.piece else line.worked.minutes


def _percent(line: PaidLine) -> Value:
    if line.piece is None or line.piece.percent is None:
        return UNKNOWN
    return float(line.piece.percent / 100)


def _code(line: PaidLine) -> Value:
    return CODES["2.0"].get(_sort(line.piece, line).kind) if line.piece else UNKNOWN


def _kind(line: PaidLine) -> Value:
    return str(_sort(line.piece, line).kind.label) if line.piece else UNKNOWN


def _own_code(line: PaidLine) -> Value:
    return _sort(line.piece, line).code if line.piece else UNKNOWN


def _own_name(line: PaidLine) -> Value:
    return _sort(line.piece, line).name if line.piece else UNKNOWN


def _sort(piece: Piece, line: PaidLine) -> HourSort:
    return line.card.hour_types.of(piece.rules, piece.percent)


def _rules(line: PaidLine) -> Value:
    if line.piece is None:
        return line.worked.problem
    return " + ".join(line.piece.rules) or BASE_LABEL


def _text(title: str, width: int, value: Callable[[PaidLine], Value]) -> PayrollColumn:
    return PayrollColumn(Column(title, width, TEXT), value)


COLUMNS: dict[str, PayrollColumn] = {
    "client_number": _text("Klantnummer", 14, lambda n: n.card.client.code),
    "client": _text("Opdrachtgever", 24, lambda n: n.card.client.name),
    "department": _text(
        "Afdeling", 16, lambda n: n.card.department.name if n.card.department else None
    ),
    "cost_center": _text(
        "Kostenplaats",
        14,
        lambda n: n.card.cost_center.code if n.card.cost_center else None,
    ),
    "assignment": _text("Plaatsing", 14, lambda n: n.card.number),
    "worker_number": _text("Loonnummer", 12, lambda n: n.card.worker.code),
    "worker": _text("Naam", 26, lambda n: n.card.worker.name),
    "week": _text("Week", 10, lambda n: str(Week.of(n.day))),
    "day": PayrollColumn(Column("Datum", 11, DATE), lambda n: n.day),
    "start": PayrollColumn(
        Column("Van", 8, TIME), lambda n: as_time((n.piece or n.worked).start)
    ),
    "end": PayrollColumn(
        Column("Tot", 8, TIME), lambda n: as_time((n.piece or n.worked).end)
    ),
    "hours": PayrollColumn(
        Column("Uren", 8, DURATION), lambda n: as_duration(_minutes(n))
    ),
    "decimal_hours": PayrollColumn(
        Column("Uren (decimaal)", 9, DECIMAL), lambda n: _minutes(n) / 60
    ),
    "percent": PayrollColumn(Column("Percentage", 11, PERCENT), _percent),
    "code": _text("Uursoort (SETU)", 12, _code),
    "kind": _text("Soort", 18, _kind),
    "hour_code": _text("Looncode", 10, _own_code),
    "hour_type": _text("Uursoort", 24, _own_name),
    "rules": _text("Toeslag", 30, _rules),
    "entry": _text("Werkbriefje", 12, lambda n: str(n.worked.entry)),
}
USUAL = [
    "client_number",
    "client",
    "worker_number",
    "worker",
    "assignment",
    "cost_center",
    "day",
    "start",
    "end",
    "hours",
    "percent",
    "hour_code",
    "hour_type",
]
