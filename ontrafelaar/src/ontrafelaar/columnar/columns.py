"""Columns in and columns out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from ontrafelaar.pricing import Tariff
from ontrafelaar.shifts import Shift

Ints = npt.NDArray[Any]
UNKNOWN = -1


@dataclass(frozen=True, slots=True, eq=False)
class Shifts:
    """Shifts of many workers: instants and minutes; a break of -1 is not known."""

    worker: Ints
    start: Ints
    end: Ints
    pause: Ints

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Shift]]) -> Shifts:
        """From (worker, shift); of a shift only its times and its break."""
        columns = [
            (
                worker,
                one.start,
                one.end,
                UNKNOWN if one.break_minutes is None else one.break_minutes,
            )
            for worker, one in rows
        ]
        table = np.array(columns, dtype=np.int64).reshape(-1, 4)
        return cls(*(np.ascontiguousarray(column) for column in table.T))

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """A row per stretch: which shift, from when, minutes, and which of the rates.

    `shift` counts from 0 in the order that was given; below zero it is of no shift, and
    the complement (`~shift`) is the last one of that worker's week. A rate is a base
    line and perhaps a line beside it. `is_topup`: paid beyond what was worked.
    """

    shift: Ints
    start: Ints
    minutes: Ints
    rate: Ints
    is_topup: Ints
    rates: Sequence[tuple[Tariff, Tariff | None]]

    def minutes_by_rate(self) -> dict[tuple[Tariff, Tariff | None], int]:
        totals = np.bincount(self.rate, weights=self.minutes, minlength=len(self.rates))
        return {
            rate: int(total) for rate, total in zip(self.rates, totals, strict=True)
        }

    def to_arrow(self) -> Any:  # noqa: ANN401  (pyarrow is not asked for)
        """A pyarrow Table: shift, start, minutes, percent (exact, as text), rules."""
        pa = import_module("pyarrow")
        told = [
            (
                "?" if base.percent is None else str(base.percent),
                "+".join(base.rules),
                str(plus.percent) if plus else "",
                "+".join(plus.rules) if plus else "",
            )
            for base, plus in self.rates
        ]
        names = ("percent", "rules", "plus_percent", "plus_rules")
        texts = {
            name: pa.array([one[n] for one in told]).take(pa.array(self.rate))
            for n, name in enumerate(names)
        }
        return pa.table(
            {
                "shift": self.shift,
                "start": self.start,
                "minutes": self.minutes,
                "is_topup": self.is_topup,
                **texts,
            }
        )
