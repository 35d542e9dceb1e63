"""Counting hours per shift, day and week; cutting where a limit is passed."""

from collections import defaultdict
from collections.abc import Hashable

from ontrafelaar.counters import Limit
from ontrafelaar.pack import Pack, Rule
from ontrafelaar.pieces import Piece
from ontrafelaar.shifts import Facts

Period = Hashable


def count(pack: Pack, pieces: list[Piece], facts: Facts) -> list[Piece]:
    """Mark what lies beyond each rule's limit, cut at the limit; pieces in time order.

    Rules count in the order of the pack, so that `counts = "niet dagmax"` can leave out
    what an earlier rule took.
    """
    for bit, rule in enumerate(pack.rules):
        if rule.over:
            pieces = _beyond(pack, rule, 1 << bit, pieces, facts)
    return pieces


def _beyond(
    pack: Pack, rule: Rule, bit: int, pieces: list[Piece], facts: Facts
) -> list[Piece]:
    first, *more = rule.over
    low = first.minutes(facts)
    if low is None:
        return pieces
    skip = _bit(pack, rule.counts_without)
    totals = {limit: _totals(limit, pieces, bit, skip) for limit in rule.over}
    so_far: dict[Period, int] = defaultdict(int)
    marked: list[Piece] = []
    for piece in pieces:
        if not _fills(piece, bit, skip) or not _all_met(more, totals, piece, facts):
            marked.append(piece)
            if _fills(piece, bit, skip):
                so_far[_period(first, piece)] += piece.minutes
            continue
        period = _period(first, piece)
        begin = _rounded(rule, low, totals[first][period])
        end = first.high if first.high is not None else totals[first][period]
        marked.extend(_cut(piece, begin - so_far[period], end - so_far[period], bit))
        so_far[period] += piece.minutes
    return marked


def _rounded(rule: Rule, low: int, total: int) -> int:
    """Rounding what is over moves the limit, so no minute is lost or paid twice."""
    over = max(total - low, 0)
    return low if rule.rounding is None else max(total - rule.rounding.of(over), 0)


def _all_met(
    more: list[Limit],
    totals: dict[Limit, dict[Period, int]],
    piece: Piece,
    facts: Facts,
) -> bool:
    """The second limit of "en" looks at the whole period, known only at its end."""
    return all(
        (low := limit.minutes(facts)) is not None
        and totals[limit][_period(limit, piece)] > low
        for limit in more
    )


def _totals(
    limit: Limit, pieces: list[Piece], bit: int, skip: int
) -> dict[Period, int]:
    totals: dict[Period, int] = defaultdict(int)
    for piece in pieces:
        if _fills(piece, bit, skip):
            totals[_period(limit, piece)] += piece.minutes
    return totals


def _fills(piece: Piece, bit: int, skip: int) -> bool:
    return bool(piece.counted & bit) and not piece.mask & skip


def _bit(pack: Pack, name: str) -> int:
    names = [rule.name for rule in pack.rules]
    return 1 << names.index(name) if name in names else 0


def _period(limit: Limit, piece: Piece) -> Period:
    """A shift over midnight counts on the day, and in the week, on which it starts."""
    if limit.period == "dienst":
        return piece.key
    if limit.period == "dag":
        return piece.shift_day
    return piece.shift_day.isocalendar()[:2]


def _cut(piece: Piece, begin: int, end: int, bit: int) -> list[Piece]:
    begin = min(max(begin, 0), piece.minutes)
    end = min(max(end, begin), piece.minutes)
    parts = []
    if begin:
        parts.append(piece if begin == piece.minutes else piece.until(begin))
    if begin < end:
        rest = piece.after(begin) if begin else piece
        over = rest.until(end - begin) if end < piece.minutes else rest
        parts.append(_marked(over, bit))
    if begin < piece.minutes and end < piece.minutes:
        parts.append(piece.after(end))
    return parts


def _marked(piece: Piece, bit: int) -> Piece:
    return Piece(
        piece.key,
        piece.shift_day,
        piece.start,
        piece.end,
        piece.minutes,
        piece.mask | bit,
        piece.counted,
    )
