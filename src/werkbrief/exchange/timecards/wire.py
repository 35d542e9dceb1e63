"""A timecard as one receiver gets it: codes and decimals, no syntax yet."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any

from werkbrief.exchange.timecards.cards import Named

ADD, CHANGE, VOID, UNCHANGED = "Add", "Change", "Void", "Unchanged"


@dataclass(frozen=True, slots=True)
class WireLine:
    """One hour line. Times are on the wall, without offset, as SETU wants them.

    `hours` are decimals as text; `percent` too ("128.44"), empty where a line carries
    none. `end` is empty where the clock would run backwards. `is_counted`: the hours
    count towards the approved total: a break, a split surcharge and what is paid to a
    minimum don't.
    """

    entry: int
    code: str
    start: str
    end: str
    hours: str
    percent: str = ""
    is_split: bool = False
    is_billed: bool = True
    is_counted: bool = True
    day: str = ""
    id: str = ""
    action: str = ADD


@dataclass(frozen=True, slots=True)
class Wire:
    """A whole card; `total` is what the lines must come to, in hours as text."""

    document: str
    resource: str
    monday: str
    sunday: str
    supplier: Named
    client: Named
    worker: Named
    assignment: str
    supplier_kvk: str = ""
    department: Named | None = None
    cost_center: Named | None = None
    total: str = ""
    approvals: tuple[tuple[str, str], ...] = ()
    lines: tuple[WireLine, ...] = field(default=())
    is_corrected: bool = False

    @property
    def standing(self) -> tuple[WireLine, ...]:
        return tuple(line for line in self.lines if line.action != VOID)

    def as_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    def print(self) -> str:
        """A fingerprint of what it says, whatever its lines are called."""
        bare = replace(
            self,
            is_corrected=False,
            lines=tuple(replace(n, id="", action="") for n in self.standing),
        )
        text = json.dumps(asdict(bare), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def paid_by_day(wire: Wire) -> dict[str, str]:
    """Day -> "HT100 6.00, HT200 135% 2.00": what its lines come to, in their order."""
    found: dict[str, dict[str, Decimal]] = {}
    for line in wire.standing:
        named = f"{line.code} {line.percent}%" if line.percent else line.code
        day = found.setdefault(line.day or line.start[:10], {})
        day[named] = day.get(named, Decimal(0)) + Decimal(line.hours)
    return {
        day: ", ".join(f"{named} {hours}" for named, hours in paid.items())
        for day, paid in found.items()
    }


def read_wire(content: dict[str, Any]) -> Wire:
    """What was frozen, as it was."""
    parts = {
        name: Named(**content[name]) if content[name] else None
        for name in ("supplier", "client", "worker", "department", "cost_center")
    }
    lines = tuple(WireLine(**line) for line in content["lines"])
    approvals = tuple((who, when) for who, when in content["approvals"])
    return Wire(**{**content, **parts, "lines": lines, "approvals": approvals})
