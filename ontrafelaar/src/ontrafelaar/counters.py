"""`over`: the hours beyond a limit, counted per shift, day or week."""

import re
from dataclasses import dataclass

from ontrafelaar.clock import read_hours
from ontrafelaar.shifts import Facts

PERIODS = ("dienst", "dag", "week")
_OVER = re.compile(r"(?P<low>.+?)(?:-(?P<high>\d+:\d{2}))? per (?P<period>\w+)")
_LEAST = re.compile(r"min\((?P<limit>\d+:\d{2}), contract\)")
_ROUND = re.compile(r"(?P<step>\d+)m(?:, onder (?P<lapse>\d+)m vervalt)?")


@dataclass(frozen=True, slots=True)
class Limit:
    """From `low` to `high` counted minutes in a period; `low` may be the contract.

    `low` None is "contract"; with `capped` it is the lower of contract and `low`.
    """

    low: int | None
    high: int | None
    period: str
    capped: bool = False

    def minutes(self, facts: Facts) -> int | None:
        """Where it begins for this worker; None when the contract is not known."""
        if self.capped and self.low is not None:
            return self.low if facts.contract is None else min(self.low, facts.contract)
        return facts.contract if self.low is None else self.low


@dataclass(frozen=True, slots=True)
class Rounding:
    """To steps of minutes; what is left below `lapse` lapses, the rest goes up."""

    step: int
    lapse: int

    def of(self, minutes: int) -> int:
        whole, rest = divmod(minutes, self.step)
        return (whole + (rest >= self.lapse)) * self.step


def read_over(text: str) -> tuple[Limit, ...]:
    """Read "38:00 per week", "0:00-3:00 per dag", "9:30 per dag en 37:00 per week"."""
    return tuple(_limit(part.strip()) for part in text.split(" en "))


def _limit(text: str) -> Limit:
    match = _OVER.fullmatch(text)
    if not match or match["period"] not in PERIODS:
        raise ValueError(text)
    low, high = match["low"], match["high"]
    until = read_hours(high) if high else None
    if low == "contract":
        return Limit(None, until, match["period"])
    if least := _LEAST.fullmatch(low):
        return Limit(read_hours(least["limit"]), until, match["period"], capped=True)
    return Limit(read_hours(low), until, match["period"])


def read_rounding(text: str) -> Rounding:
    match = _ROUND.fullmatch(text)
    if not match or int(match["step"]) == 0:
        raise ValueError(text)
    step = int(match["step"])
    return Rounding(step, int(match["lapse"] or -(-step // 2)))
