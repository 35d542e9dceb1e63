"""What the official schemas let through and a back office can't use.

They accept hours as "8,00", negative ones, unknown codes and times that are none; a
message that breaks one of these rules is not sent, and the card says why.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from werkbrief.exchange.models import Form
from werkbrief.exchange.timecards.hour_types import HOUR_TYPES_1_4
from werkbrief.exchange.timecards.wire import Wire, WireLine
from werkbrief.words.clock import ZONE

_HOURS = re.compile(r"\d{1,2}\.\d{2}(?:\d{2})?")
_CODE_2_0 = re.compile(r"HT\d{3}")
_MOST = 24
_WHOLE = 100


def broken_rules(wire: Wire, form: str) -> list[str]:
    """What is wrong, one sentence each; empty is good."""
    return [*_card(wire), *_overlaps(wire), *_each(wire, form)]


def _card(wire: Wire) -> Iterator[str]:
    if wire.supplier_kvk and not re.fullmatch(r"\d{8}", wire.supplier_kvk):
        yield "Het KvK-nummer van het bureau heeft geen acht cijfers."
    if not (wire.worker.code and wire.client.code and wire.assignment):
        yield "Loonnummer, klantnummer of plaatsingsnummer ontbreekt."
    numbers = [line.id for line in wire.lines]
    if len(set(numbers)) != len(numbers):
        yield "Twee uurregels hebben hetzelfde nummer."
    if not all(_HOURS.fullmatch(line.hours) for line in wire.standing):
        return
    counted = sum(Decimal(n.hours) for n in wire.standing if n.is_counted)
    if counted != Decimal(wire.total or 0):
        yield f"De regels tellen op tot {counted} en niet tot {wire.total} uur."


def _each(wire: Wire, form: str) -> Iterator[str]:
    for line in wire.standing:
        for sentence in (*_hours(line), *_times(wire, line), *_code(line, form)):
            yield f"Uurregel {line.id}: {sentence}"


def _hours(line: WireLine) -> Iterator[str]:
    if not _HOURS.fullmatch(line.hours):
        yield f"“{line.hours}” is geen aantal uren als 8.00."
    elif not 0 < Decimal(line.hours) <= _MOST:
        yield f"{line.hours} uur ligt niet tussen 0 en 24."


def _times(wire: Wire, line: WireLine) -> Iterator[str]:
    try:
        start = _moment(line.start, fold=0)
        end = _moment(line.end, fold=1) if line.end else None
    except ValueError:
        yield "een tijd is geen tijd als 2026-11-16T07:30:00."
        return
    # A night that began on Sunday may have a line that starts on Monday.
    after = start.date() - datetime.fromisoformat(wire.sunday).date()
    if line.start[:10] < wire.monday or after.days > 1:
        yield "de uren vallen buiten de week."
    if end and end <= start:
        yield "het einde ligt niet na het begin."
    elif end and _HOURS.fullmatch(line.hours):
        # The clock may show its hour twice: then there is an hour more than it says.
        most = Decimal((end.timestamp() - start.timestamp()) / 3600)
        if Decimal(line.hours) > most + Decimal("0.01"):
            yield f"{line.hours} uur past niet tussen {line.start} en {line.end}."


def _code(line: WireLine, form: str) -> Iterator[str]:
    is_old = form == Form.XML_1_4
    known = (
        line.code in HOUR_TYPES_1_4
        if is_old
        else _CODE_2_0.fullmatch(line.code) is not None
    )
    if not known:
        yield f"“{line.code}” is geen uursoort van SETU {'1.4' if is_old else '2.0'}."
    if is_old and line.percent and Decimal(line.percent) < _WHOLE:
        yield f"SETU 1.4 kent geen percentage onder de 100 ({line.percent})."
    if line.percent and Decimal(line.percent) <= 0:
        yield f"{line.percent} is geen percentage."


def _overlaps(wire: Wire) -> Iterator[str]:
    spans = sorted(
        (line.start, line.end, line.id)
        for line in wire.standing
        if line.is_counted and line.end
    )
    for one, two in pairwise(spans):
        # Compared as text: in the hour that comes twice, times may seem to overlap.
        if two[0] < one[1] and not _is_repeated_hour(two[0], one[1]):
            yield f"De uurregels {one[2]} en {two[2]} overlappen."


def _is_repeated_hour(start: str, end: str) -> bool:
    one, two = _moment(start, fold=1), _moment(end, fold=0)
    return one.timestamp() >= two.timestamp()


def _moment(text: str, *, fold: int) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE, fold=fold)
