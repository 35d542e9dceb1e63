"""Weeks in which more than one version of a CAO holds: which day is whose."""

from collections.abc import Callable, Sequence

from ontrafelaar.breaks import take_break
from ontrafelaar.clock import as_date
from ontrafelaar.library import Family, version
from ontrafelaar.pack import Pack
from ontrafelaar.pieces import Piece, Span
from ontrafelaar.plan import Plan
from ontrafelaar.shifts import Shift
from ontrafelaar.works import Work


class Owners:
    """Whose a day is, a shift, a piece, a gap."""

    def __init__(self, versions: Family) -> None:
        self.versions = versions

    def of(self, day: int) -> Pack:
        return version(self.versions, as_date(day))

    def holds(self, plan: Plan) -> Callable[[int], bool]:
        """Of an instant, whether this version holds then."""
        return lambda minute: self.of(plan.days.number(minute)) is plan.pack

    def begun(self, works: Sequence[Work], plan: Plan) -> list[Work]:
        """The shifts that count for a day on which this version holds."""
        return [work for work in works if self.of(work.day) is plan.pack]

    def own(self, works: Sequence[Work], plan: Plan) -> list[Work]:
        """What is worked on days on which it holds; all of it was counted."""
        holds = self.holds(plan)
        return [
            Work(work.shift, work.day, work.week, work.net, pieces)
            for work in works
            if (pieces := [piece for piece in work.pieces if holds(piece.start)])
        ]

    def settled(
        self, plans: Sequence[Plan], ordered: Sequence[Shift]
    ) -> dict[Shift, list[Span]]:
        """What remains of each shift when its break is taken.

        That is done once, by the surcharges of each minute's own version: were it left
        to each of them, a break at the change would be taken twice, or not at all, and
        they would not count the same hours.
        """
        return {
            shift: self._settled(plans, shift) for shift in ordered if shift.is_work
        }

    def _settled(self, plans: Sequence[Plan], shift: Shift) -> list[Span]:
        pieces: list[Piece] = []
        for number, plan in enumerate(plans):
            holds = self.holds(plan)
            for piece in plan.gross(shift):
                if holds(piece.start):  # the mask keeps whose it is
                    mask = piece.mask * len(plans) + number
                    pieces.append(piece._replace(mask=mask))
        pieces.sort()
        start, end = plans[0].times(shift)
        first = next(plan for plan in plans if self.holds(plan)(start))
        kept = take_break(
            pieces,
            first.pause(shift, end - start, pieces),
            first.convention.placement,
            lambda mask: plans[mask % len(plans)].rates.surcharge(mask // len(plans)),
        )
        return [(piece.start, piece.start + piece.minutes) for piece in kept]
