"""A pack made ready for one convention and what is known of a worker."""

from collections.abc import Mapping, Sequence

from ontrafelaar.breaks import table_minutes, take_break
from ontrafelaar.clock import wall_of
from ontrafelaar.conditions import Condition
from ontrafelaar.counting import Counter
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.pieces import Days, Piece, Span, cut, worked
from ontrafelaar.pricing import Rates
from ontrafelaar.shaping import adjoined, lengthened, rounded, shortened
from ontrafelaar.shifts import ABSENT, NO_WORK, STANDBY, Convention, Facts, Shift
from ontrafelaar.windows import ADJOINING
from ontrafelaar.works import Work

KEPT = 1 << 16
Cut = tuple[int, int, Sequence[Piece], int]
Settled = Mapping[Shift, Sequence[Span]]
NONE: Settled = {}


class Plan:
    """Keeps what does not differ from shift to shift, and the shifts that come back."""

    def __init__(self, pack: Pack, convention: Convention, facts: Facts) -> None:
        self.pack, self.convention, self.facts = pack, convention, facts
        self.by_wall = convention.clock == "wandklok"
        self.net_leads = convention.net == "geregistreerd"
        self.days = Days(pack, facts, by_wall=self.by_wall)
        self.rates = Rates(pack, convention, facts)
        bits = [(1 << bit, rule) for bit, rule in enumerate(pack.rules)]
        self.allowed, self.open = self._conditions(bits)
        self.counters = tuple(
            Counter(rule, bit, pack, self.days) for bit, rule in bits if rule.over
        )
        self.kinds = tuple((bit, rule) for bit, rule in bits if rule.kind)
        self.runs = tuple(
            (bit, rule)
            for bit, rule in bits
            if rule.is_window and (rule.least or rule.rounding)
        )
        self.shapes = bool(self.runs or self.net_leads or convention.shift)
        self.adjoining = sum(bit for bit, rule in bits if _adjoins(rule))
        self.pays_euros = any(r.pay.is_amount and not r.kind for r in pack.rules)
        self.kept: dict[tuple[int, int, int | None], Cut] = {}
        self.keeps = all(one.by_times for _, one in self.open)
        self.plain = self.keeps or all(one.by_times or one.tag for _, one in self.open)

    def _conditions(
        self, bits: Sequence[tuple[int, Rule]]
    ) -> tuple[int, list[tuple[int, Condition]]]:
        """The rules allowed by what is known, and what must be asked of each shift."""
        allowed, left = (1 << len(bits) + 1) - 1, []
        for bit, rule in bits:
            if rule.name in self.convention.without:
                allowed &= ~bit
            for one in rule.conditions:
                known = one.tag in self.facts.tags
                if one.tag and known and not one.wanted:
                    allowed &= ~bit
                elif not (one.tag and known):
                    left.append((bit, one))
        return allowed, [(bit, one) for bit, one in left if allowed & bit]

    @property
    def allowed_untagged(self) -> int:
        """The rules allowed for a shift of which nothing but its times is known."""
        wanted = sum({bit for bit, one in self.open if one.tag and one.wanted})
        return self.allowed & ~wanted

    def works(self, ordered: Sequence[Shift], settled: Settled = NONE) -> list[Work]:
        """The shifts cut in pieces, without their breaks; in the order given.

        `settled` are the stretches that remain of shifts whose break is taken already.
        """
        found: list[Work] = []
        get, until, day = self.kept.get, -1, 0
        away: set[int] = set()
        for shift in ordered:
            known = None
            if not (shift.tags or shift.breaks or settled) and shift.net is None:
                known = get((shift.start, shift.end, shift.break_minutes))
            first, net, pieces, taken = known or self._cut(shift, settled.get(shift))
            if shift.start == shift.end or (shift.tags and shift.tags & NO_WORK):
                if ABSENT in shift.tags:  # a day away counts once
                    net, pieces = (0, ()) if first in away else (net, pieces)
                    away.add(first)
                found.append(Work(shift, first, (first + 3) // 7, net, pieces))
                continue
            if shift.start != until:
                day = first
            found.append(Work(shift, day, (day + 3) // 7, net, pieces, taken))
            until = shift.end
        return found

    def allows(self, shift: Shift) -> int:
        """The rules whose conditions are true of this shift."""
        allowed = self.allowed
        for bit, one in self.open:
            if allowed & bit and not one.holds(shift, self.facts):
                allowed &= ~bit
        return allowed

    def times(self, shift: Shift) -> tuple[int, int]:
        """Start and end as they count: by the wall, rounded where that is agreed."""
        start, end = shift.start, shift.end
        if self.by_wall:
            start, end = wall_of(start), max(wall_of(start), wall_of(end))
        if (punch := self.convention.punch) and start < end:
            start = punch.start(start)
            end = max(punch.end(end), start)
        return start, end

    def pause(self, shift: Shift, gross: int, pieces: Sequence[Piece]) -> int:
        """As registered; else by the pack's table; a registered net may lead."""
        if self.net_leads and shift.net is not None:
            return max(sum(piece.minutes for piece in pieces) - shift.net, 0)
        if shift.breaks:
            return 0
        if shift.break_minutes is not None:
            return shift.break_minutes
        return table_minutes(self.pack.break_table, gross)

    def gross(self, shift: Shift) -> list[Piece]:
        """The pieces before a break of which only the minutes are known is taken."""
        return self._gross(shift, self.times(shift))

    def _gross(
        self, shift: Shift, times: Span, settled: Sequence[Span] | None = None
    ) -> list[Piece]:
        spans = settled
        if spans is None:
            spans = worked(*times, self._breaks(shift)) if shift.breaks else [times]
        pieces = (
            cut(self.days, spans, self.allows(shift)) if times[0] < times[1] else []
        )
        if self.adjoining:
            pieces = adjoined(pieces, self.days, self.adjoining, times)
        return pieces

    def _breaks(self, shift: Shift) -> Sequence[Span]:
        if not self.by_wall:
            return shift.breaks
        return [(wall_of(begin), wall_of(until)) for begin, until in shift.breaks]

    def _cut(self, shift: Shift, settled: Sequence[Span] | None = None) -> Cut:
        start, end = self.times(shift)
        day = self.days.number(start)
        if ABSENT in shift.tags:
            away = self.pack.absence or 0
            return day, away, self._all_day(day, away, self.allows(shift)), 0
        if not shift.has_times:
            net = shift.net or 0
            return day, net, self._all_day(day, net, self.allows(shift)), 0
        pieces = self._gross(shift, (start, end), settled)
        if STANDBY in shift.tags:
            return day, 0, [piece._replace(fills=0) for piece in pieces], 0
        if settled is None:
            pause = self.pause(shift, end - start, pieces)
            placement = self.convention.placement
            pieces = take_break(pieces, pause, placement, self.rates.surcharge)
        net = sum(piece.minutes for piece in pieces)
        taken = end - start - net
        if self.shapes:
            pieces = self._shaped(shift, pieces)
            net = sum(piece.minutes for piece in pieces)
        found = day, net, pieces, taken
        is_bare = not (shift.tags or shift.breaks or settled) and shift.net is None
        if self.plain and is_bare:
            if len(self.kept) >= KEPT:
                self.kept.clear()
            self.kept[shift.start, shift.end, shift.break_minutes] = found
        return found

    def _shaped(self, shift: Shift, pieces: list[Piece]) -> list[Piece]:
        for bit, rule in self.runs:
            pieces = shortened(pieces, bit, rule)
        if self.net_leads and shift.net is not None:
            pieces = lengthened(pieces, shift.net)
        if self.convention.shift:
            pieces = rounded(pieces, self.convention.shift)
        return pieces

    def _all_day(self, day: int, minutes: int, allowed: int) -> list[Piece]:
        """Minutes without clock times: only what holds the whole day is certain."""
        if not minutes:
            return []
        mask = fills = allowed & ~self.adjoining
        for piece in self.days[day]:
            mask, fills = mask & piece.mask, fills & piece.fills
        start = self.days.midnight(day)
        return [Piece(start, start, minutes, mask, fills)]


def _adjoins(rule: Rule) -> bool:
    words = rule.counts.windows.words | (rule.windows.words if rule.windows else set())
    return ADJOINING in words
