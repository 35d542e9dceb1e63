"""What goes in: shifts, what is known of the worker, and what the agency decided."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ontrafelaar.rounding import Rounding
from ontrafelaar.windows import Window

ABSENT = "afwezig"
STANDBY = "consignatie"
NO_WORK = frozenset({ABSENT, STANDBY})


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of work; `start` and `end` in minutes since 1970-01-01T00:00Z.

    `break_minutes` None: by the pack's table, or none. `breaks` with clock times
    (instants) are cut out and go before it. `tags` hold for this stretch only: a
    condition of a pack ("reis"), "afwezig" (counts where a CAO says so, is not paid) or
    "consignatie" (only amounts). `net` is what was registered as worked, if that was;
    with `end` equal to `start` there are no clock times, only these minutes on that
    day.
    """

    key: Hashable
    start: int
    end: int
    break_minutes: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    tags: frozenset[str] = frozenset()
    net: int | None = None

    @property
    def has_times(self) -> bool:
        return self.start != self.end

    @property
    def is_work(self) -> bool:
        """Work of which the clock times are known."""
        return self.start != self.end and not self.tags & NO_WORK


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the worker; what isn't is left out, never guessed.

    `contract` in minutes per week. `tags` that hold. `roster` as windows. `designated`
    days by the name of their list. `hourly_wage` in euros, for rules with a maximum.
    `worked_days` before these shifts, for "7 van 13"; None where that is not known.
    `counted` minutes by rule, from before these shifts, in the period in which the
    first of them lies.
    """

    contract: int | None = None
    tags: frozenset[str] = frozenset()
    roster: tuple[Window, ...] = ()
    designated: tuple[tuple[str, frozenset[date]], ...] = ()
    hourly_wage: Fraction | None = None
    worked_days: frozenset[date] | None = None
    counted: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Convention:
    """What an agency decides.

    `placement` of a break of which only the minutes are known: `laagste`, `hoogste`,
    `midden`, `na 4:00` or `naar rato`. `punch`, `shift` and `line` round what is
    registered, what a shift comes to and what a line shows. `clock` is `verstreken` or
    `wandklok`; `net` that leads is `klok` or `geregistreerd`. Rules in `without` are
    not applied, those in `at_base` are named but paid at the base rate. `style` is
    `tarief` (2:00 @150) or `toeslag` (8:00 @100; 2:00 +50). `codes` name a rule's
    hours.
    """

    placement: str = "laagste"
    punch: Rounding | None = None
    shift: Rounding | None = None
    line: Rounding | None = None
    clock: str = "verstreken"
    net: str = "klok"
    without: frozenset[str] = frozenset()
    at_base: frozenset[str] = frozenset()
    style: str = "tarief"
    codes: tuple[tuple[str, str], ...] = ()
