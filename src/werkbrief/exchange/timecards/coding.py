"""From a canonical card to what one receiver wants: codes, styles, decimals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from uuid import UUID, uuid5

from werkbrief.exchange.models import (
    BreakStyle,
    DayAssignment,
    Form,
    Receiver,
    SurchargeStyle,
)
from werkbrief.exchange.timecards.cards import Card, Named, Worked
from werkbrief.exchange.timecards.pieces import Piece, around, breaks
from werkbrief.exchange.timecards.wire import Wire, WireLine
from werkbrief.pay.reads import HourSort, HourTypes
from werkbrief.staffing.models import HourKind
from werkbrief.words.clock import day_of, duration, local
from werkbrief.words.refusals import Refusal

NAMESPACE = UUID("5b8f0a86-6f1e-5c0e-9b57-0b8d4a1c7e21")
CODES: dict[str, dict[str, str]] = {
    "2.0": {
        HourKind.REGULAR: "HT100",
        HourKind.OVERTIME: "HT200",
        HourKind.SHIFT: "HT300",
        HourKind.IRREGULAR: "HT320",
        HourKind.HOLIDAY: "HT340",
        HourKind.TOPUP: "HT102",
        HourKind.BREAK: "HT400",
    },
    "1.4": {
        HourKind.REGULAR: "Regular",
        HourKind.OVERTIME: "Overtime",
        HourKind.SHIFT: "Shift",
        HourKind.IRREGULAR: "Additional",
        HourKind.HOLIDAY: "Additional",
        HourKind.TOPUP: "Regular complemented",
        HourKind.BREAK: "Break",
    },
}
_WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line before its hours are rounded."""

    line: WireLine
    minutes: int


def coded(card: Card, receiver: Receiver) -> Wire:
    """Everything this receiver is told of the card. Raises Refusal: it can't go yet."""
    if problem := next((w.problem for w in card.worked if w.problem), ""):
        raise Refusal(problem)
    document = document_of(card)
    worked = sorted(card.worked, key=lambda one: one.start)
    for one in worked:
        _refuse_difference(one)
    own = card.hour_types
    lines = [line for one in worked for line in _lines(one, receiver, own)]
    rounded, total = _rounded(lines, receiver.decimals)
    return Wire(
        document=document,
        resource=resource_of(receiver, document),
        monday=str(card.week.monday),
        sunday=str(card.week.sunday),
        supplier=Named(receiver.agency.slug, receiver.agency.name),
        supplier_kvk=receiver.supplier_kvk,
        client=card.client,
        worker=card.worker,
        assignment=card.number,
        department=card.department,
        cost_center=card.cost_center,
        total=total,
        approvals=tuple(sorted(_approvals(card))) if receiver.has_approver else (),
        lines=tuple(rounded),
    )


def document_of(card: Card) -> str:
    """Stable: a correction comes under the same number."""
    return f"TC-{card.week}-{card.worker.code}-{card.number}"


def resource_of(receiver: Receiver, document: str) -> str:
    """The address of the card at the receiver: the same whenever it is asked."""
    return str(uuid5(NAMESPACE, f"{receiver.pk}/{document}"))


def version_of(receiver: Receiver) -> str:
    return "1.4" if receiver.form == Form.XML_1_4 else "2.0"


def _refuse_difference(one: Worked) -> None:
    """Paid time is worked time: nothing may be lost on the way out."""
    paid = sum(p.minutes for p in one.pieces if p.kind != HourKind.TOPUP)
    if not one.is_absent and paid != one.minutes:
        raise Refusal(
            f"De loonregels van {day_of(one.start):%d-%m-%Y} komen op {duration(paid)} "
            f"uit en de goedgekeurde uren op {duration(one.minutes)}. Kijk de cao van "
            "deze opdrachtgever na."
        )


def _approvals(card: Card) -> Iterator[tuple[str, str]]:
    """Each approver once, with the last time."""
    last: dict[str, int] = {}
    for one in card.worked:
        if one.approver:
            last[one.approver] = max(last.get(one.approver, 0), one.approved_at)
    for name, at in last.items():
        yield name, _wall(at)


def _lines(one: Worked, receiver: Receiver, own: HourTypes) -> Iterator[_Line]:
    day = _day(one, receiver)
    if one.is_absent:
        code = _code(receiver, HourKind.ABSENCE)
        piece = Piece(one.start, one.end, one.minutes, _WHOLE, ())
        line = _line(one, piece, code, day, receiver)
        yield replace(line, line=replace(line.line, is_billed=False, is_counted=False))
        return
    pauses = breaks(one.pieces, one.start, one.end)
    is_apart = receiver.break_style == BreakStyle.LINE
    for whole in one.pieces:
        for piece in around(whole, pauses) if is_apart else (whole,):
            sort = own.of(piece.rules, piece.percent)
            yield from _paid(one, piece, day, receiver, sort)
    for first, last in pauses if is_apart else ():
        code = _code(receiver, HourKind.BREAK)
        pause = Piece(first, last, last - first, _WHOLE, ())
        line = _line(one, pause, code, day, receiver)
        bare = replace(line.line, percent="", is_billed=False, is_counted=False)
        yield replace(line, line=bare)


def _paid(
    one: Worked, piece: Piece, day: str, receiver: Receiver, sort: HourSort
) -> Iterator[_Line]:
    percent = piece.percent or _WHOLE
    is_split = (
        receiver.surcharge_style == SurchargeStyle.SPLIT
        and version_of(receiver) == "2.0"
        and percent > _WHOLE
    )
    code = _code(receiver, sort.kind, piece.rules, (sort.code, sort.name))
    if not is_split:
        yield _line(one, piece, code, day, receiver)
        return
    base = replace(piece, percent=_WHOLE, rules=())
    surcharge = replace(piece, percent=percent - _WHOLE)
    for part, name in ((base, _code(receiver, HourKind.REGULAR)), (surcharge, code)):
        line = _line(one, part, name, day, receiver)
        wire = replace(line.line, is_split=True, is_counted=part is base)
        yield replace(line, line=wire)


def _line(one: Worked, piece: Piece, code: str, day: str, receiver: Receiver) -> _Line:
    start, end = _wall(piece.start), _wall(piece.end)
    percent = _text(piece.percent or _WHOLE) if receiver.has_rates else ""
    return _Line(
        WireLine(
            one.entry,
            code,
            start,
            end if end > start else "",
            "",
            percent,
            is_counted=piece.kind != HourKind.TOPUP,
            day=day,
        ),
        piece.minutes,
    )


def _code(
    receiver: Receiver,
    kind: HourKind,
    rules: Iterable[str] = (),
    own: Iterable[str] = (),
) -> str:
    """As the receiver has it, then as the standard has it.

    By rule, then by the agency's own hour type (its code or its name), then by kind.
    """
    table = CODES[version_of(receiver)]
    for name in (*rules, *filter(None, own), kind.value):
        if found := receiver.codes.get(name):
            return str(found)
    if found := table.get(kind):
        return found
    raise Refusal(
        f"Voor {kind.label} heeft deze ontvanger nog geen uursoort. "
        "Vul de code in bij de ontvanger."
    )


def _day(one: Worked, receiver: Receiver) -> str:
    """Only where a shift passes midnight there is something to choose."""
    first, last = day_of(one.start), day_of(one.end - 1)
    if first == last or receiver.day_assignment == DayAssignment.NONE:
        return ""
    return str(first if receiver.day_assignment == DayAssignment.START else last)


def _wall(minute: int) -> str:
    return f"{local(minute):%Y-%m-%dT%H:%M:%S}"


def _text(percent: Fraction) -> str:
    hundredths = Decimal(round(percent * 100)) / 100
    return f"{hundredths.normalize():f}"


def _rounded(lines: list[_Line], decimals: int) -> tuple[list[WireLine], str]:
    """Half up per line; what the counted ones then miss goes to the longest of them."""
    step = Decimal(1).scaleb(-decimals)

    def hours(minutes: int) -> Decimal:
        return (Decimal(minutes) / 60).quantize(step, ROUND_HALF_UP)

    found = [hours(line.minutes) for line in lines]
    counted = [place for place, line in enumerate(lines) if line.line.is_counted]
    total = hours(sum(lines[place].minutes for place in counted))
    if counted:
        longest = max(counted, key=lambda place: lines[place].minutes)
        found[longest] += total - sum(found[place] for place in counted)
    rounded = [
        replace(line.line, hours=f"{value:f}")
        for line, value in zip(lines, found, strict=True)
    ]
    return rounded, f"{total:f}"
