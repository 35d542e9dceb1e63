"""What goes in: shifts, what is known of the worker, and what the agency decided."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of work; `start` and `end` in minutes since 1970-01-01T00:00Z.

    `break_minutes` None: by the pack's table, or none. `breaks` with clock times
    (instants) are cut out and go before it.
    """

    key: Hashable
    start: int
    end: int
    break_minutes: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """`contract` in minutes per week, None when unknown; `tags` that hold."""

    contract: int | None = None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Convention:
    """What an agency decides: where a break of which only the minutes are known falls.

    `laagste`, `hoogste`, `midden`, `na 4:00` or `naar rato`.
    """

    placement: str = "laagste"
