"""From the rules that hold to a rate; kept, for the same few sets come back."""

from dataclasses import dataclass, replace
from fractions import Fraction

from ontrafelaar.overrides import ByHand
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.shifts import Convention, Facts
from ontrafelaar.stacking import Loss, Rate, Stack

BASE = Fraction(100)
DEAREST = 10**9


@dataclass(frozen=True, slots=True, eq=False)
class Tariff:
    """What a line shows: `percent` is the whole rate (150), of an add-on the surcharge.

    None is "still to be determined". `order` is where the line stands among others.
    `by_hand` is set where somebody set the rate, with what was computed.
    """

    percent: Fraction | None
    rules: tuple[str, ...]
    articles: tuple[str, ...]
    order: tuple[bool, Fraction | int, str]
    status: str = ""
    by_hand: ByHand | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Priced:
    """What a set of rules comes to: a base line, perhaps a line beside it, and euros.

    `held` are all rules that were true, `lost` those that lost and to what.
    """

    pack: Pack
    base: Tariff
    plus: Tariff | None
    held: tuple[str, ...]
    lost: tuple[Loss, ...] = ()
    amounts: tuple[Rule, ...] = ()


class Rates(dict[int, Priced]):
    """Mask -> what it is paid, for one pack, convention and hourly wage."""

    def __init__(self, pack: Pack, convention: Convention, facts: Facts) -> None:
        super().__init__()
        self.pack, self.wage = pack, facts.hourly_wage
        self.at_base = convention.at_base
        self.surcharges: dict[int, Fraction | int] = {}
        self.tariffs: dict[tuple[object, ...], Tariff] = {}

    def __missing__(self, mask: int) -> Priced:
        rules = [rule for bit, rule in enumerate(self.pack.rules) if mask >> bit & 1]
        active = {rule.name: self._percent(rule) for rule in rules}
        base = self._rate(self.pack.pay, active)
        plus = self._rate(self.pack.plus, active)
        self[mask] = found = Priced(
            pack=self.pack,
            base=self._tariff(_whole(base), base.rules if base else ()),
            plus=self._tariff(plus.percent, plus.rules) if plus else None,
            held=tuple(active),
            lost=(base.lost if base else ()) + (plus.lost if plus else ()),
            amounts=tuple(rule for rule in rules if rule.pay.is_amount),
        )
        return found

    def surcharge(self, mask: int) -> Fraction | int:
        """On top of the base, both lines; an unknown one counts as the dearest."""
        known = self.surcharges.get(mask)
        if known is None:
            known = self.surcharges[mask] = self._surcharge(self[mask])
        return known

    def _surcharge(self, priced: Priced) -> Fraction | int:
        """Whole where it can be: those compare quickest."""
        plus = priced.plus.percent if priced.plus else Fraction(0)
        if priced.base.percent is None or plus is None:
            return DEAREST
        found = priced.base.percent - BASE + plus
        return found.numerator if found.denominator == 1 else found

    def _tariff(self, percent: Fraction | None, rules: tuple[str, ...]) -> Tariff:
        """The same object for the same line, so that lines add up by identity."""
        known = self.tariffs.get((percent, rules))
        if known is None:
            whole = percent is not None and percent.denominator == 1
            rank = Fraction(0) if percent is None else percent
            known = self.tariffs[percent, rules] = Tariff(
                percent,
                rules,
                tuple(self.pack.by_name[name].article for name in rules),
                (percent is None, int(rank) if whole else rank, "+".join(rules)),
                self.pack.status,
            )
        return known

    def _percent(self, rule: Rule) -> Fraction | None:
        pay = rule.pay
        if pay.percent is None or pay.cap is None or not self.wage:
            return pay.percent
        return min(pay.percent, pay.cap / self.wage * 100)

    def _rate(
        self, stack: Stack | None, active: dict[str, Fraction | None]
    ) -> Rate | None:
        """Of the rules that win, those at base are named but add nothing."""
        found = stack.rate(active) if stack else None
        if stack is None or found is None or not self.at_base.intersection(found.rules):
            return found
        at_base = self.at_base
        won = {n: Fraction(0) if n in at_base else active[n] for n in found.rules}
        agreed = stack.rate(won)
        return replace(found, percent=agreed.percent if agreed else None)


def _whole(base: Rate | None) -> Fraction | None:
    if base is None:
        return BASE
    return None if base.percent is None else BASE + base.percent
