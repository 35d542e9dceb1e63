"""Putting lines as somebody set them by hand; the computed ones stay beside them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ontrafelaar.numbers import number
from ontrafelaar.overrides import ByHand, Override
from ontrafelaar.pricing import Priced, Tariff
from ontrafelaar.values import Flag, Part, Segment

Place = tuple[Hashable, bool, tuple[str, ...], Fraction | None]


class Overriding:
    """Overrides laid over one computation: which line each is about.

    An override of a line that is not what it was, or that is gone, is never dropped:
    the lines with its rules are to be judged, and if there are none, every base line of
    its shift.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        beyond: tuple[Sequence[Segment], Sequence[Segment]],
        overrides: Iterable[Override],
    ) -> None:
        self.parts, self.beyond = parts, beyond
        self.found: dict[Place, ByHand] = {}
        self.unsettled: list[Override] = []
        self._made: dict[tuple[Hashable, Priced], Priced] = {}
        self._tariffs: dict[tuple[Tariff, ByHand], Tariff] = {}
        self._lay(overrides)

    def _lay(self, overrides: Iterable[Override]) -> None:
        minutes = Counter[Place]()
        for place, worked in self._places():
            minutes[place] += worked
        for one in overrides:
            place = (one.key, one.is_addon, one.rules, one.percent)
            if minutes.get(place) == one.minutes:
                self.found[place] = ByHand(one, one.percent, is_settled=True)
            else:
                self.unsettled.append(one)
        for one in self.unsettled:
            of_shift = [place for place in minutes if place[0] == one.key]
            alike = [p for p in of_shift if p[1:3] == (one.is_addon, one.rules)]
            for place in alike or [p for p in of_shift if not p[1]]:
                self.found[place] = ByHand(one, place[3], is_settled=False)

    def _places(self) -> Iterator[tuple[Place, int]]:
        for key, _, _, minutes, priced in self.parts:
            yield (key, False, priced.base.rules, priced.base.percent), minutes
            if plus := priced.plus:
                yield (key, True, plus.rules, plus.percent), minutes
        for segments, is_addon in zip(self.beyond, (False, True), strict=True):
            for one in segments:
                yield (one.key, is_addon, one.rules, one.percent), one.minutes

    @property
    def flags(self) -> tuple[Flag, ...]:
        return tuple(
            Flag(
                "te beoordelen",
                f"Met de hand stond {', '.join(one.rules) or 'normale uren'} op "
                f"{'+' if one.is_addon else ''}{number(one.to)}%; de berekening is "
                "sindsdien anders: te beoordelen.",
            )
            for one in self.unsettled
        )

    def put(self) -> tuple[Part, ...]:
        return tuple(
            (key, start, end, minutes, self._priced(key, priced))
            for key, start, end, minutes, priced in self.parts
        )

    def put_beyond(self, *, is_addon: bool) -> tuple[Segment, ...]:
        return tuple(
            replace(one, percent=known.percent, by_hand=known)
            if (known := self.found.get((one.key, is_addon, one.rules, one.percent)))
            else one
            for one in self.beyond[is_addon]
        )

    def _priced(self, key: Hashable, priced: Priced) -> Priced:
        made = self._made.get((key, priced))
        if made is None:
            plus = priced.plus and self._tariff(key, priced.plus, is_addon=True)
            base = self._tariff(key, priced.base, is_addon=False)
            is_same = base is priced.base and plus is priced.plus
            made = priced if is_same else replace(priced, base=base, plus=plus)
            self._made[key, priced] = made
        return made

    def _tariff(self, key: Hashable, tariff: Tariff, *, is_addon: bool) -> Tariff:
        """The same object for the same line, so that lines add up by identity."""
        known = self.found.get((key, is_addon, tariff.rules, tariff.percent))
        if known is None:
            return tariff
        made = self._tariffs.get((tariff, known))
        if made is None:
            rank = known.percent or Fraction(0)
            order = (known.percent is None, rank, "+".join(tariff.rules))
            made = replace(tariff, percent=known.percent, order=order, by_hand=known)
            self._tariffs[tariff, known] = made
        return made
