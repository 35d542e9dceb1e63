"""Rounding minutes: nearest, up or down, each by itself or with the total kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

ROUND = re.compile(
    r"(?P<step>\d{1,3})m"
    r"(?:, onder (?P<lapse>\d{1,3})m vervalt|"
    r" (?P<mode>omlaag|omhoog|medewerker|opdrachtgever))?"
    r"(?P<kept>, totaal blijft)?"
)


@dataclass(frozen=True, slots=True)
class Rounding:
    """To steps of minutes; what is left below `lapse` lapses, the rest goes up.

    `lapse` 0 always goes up, `step` always down, half a step to the nearest. `benefit`
    ("medewerker", "opdrachtgever") is for clock times: a start and an end then go
    apart.
    """

    step: int
    lapse: int
    is_kept: bool = False
    benefit: str = ""

    def of(self, minutes: int) -> int:
        whole, rest = divmod(minutes, self.step)
        return (whole + (rest > 0 and rest >= self.lapse)) * self.step

    def start(self, minute: int) -> int:
        """A registered start; for the worker it is earlier."""
        return self._to(minute, up=self.benefit == "opdrachtgever")

    def end(self, minute: int) -> int:
        return self._to(minute, up=self.benefit == "medewerker")

    def _to(self, minute: int, *, up: bool) -> int:
        if not self.benefit:
            return self.of(minute)
        rest = minute % self.step
        return minute + (self.step - rest if up and rest else -rest)

    def all(self, minutes: Sequence[int]) -> list[int]:
        """Each by itself, or the total kept: the largest remainders go up.

        >>> read_rounding("15m").all([365, 80, 65])
        [360, 75, 60]
        >>> read_rounding("15m, totaal blijft").all([365, 80, 65])
        [375, 75, 60]
        """
        if not self.is_kept:
            return [self.of(one) for one in minutes]
        down = [one // self.step * self.step for one in minutes]
        steps = (self.of(sum(minutes)) - sum(down)) // self.step
        order = sorted(
            range(len(down)), key=lambda n: (down[n] - minutes[n], -minutes[n])
        )
        for number in order[:steps]:
            down[number] += self.step
        return down


def read_rounding(text: str) -> Rounding:
    """Read "30m, onder 15m vervalt", "15m", "15m omlaag", "15m, totaal blijft"."""
    match = ROUND.fullmatch(text)
    if not match or int(match["step"]) == 0:
        raise ValueError(text)
    step, mode = int(match["step"]), match["mode"] or ""
    lapse = int(match["lapse"]) if match["lapse"] else -(-step // 2)
    lapse = {"omlaag": step, "omhoog": 0}.get(mode, lapse)
    benefit = mode if mode in ("medewerker", "opdrachtgever") else ""
    return Rounding(step, lapse, bool(match["kept"]), benefit)
