"""Unraveling: cut, count, stack, top up; the whole period at once."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ontrafelaar.breaks import break_minutes, take_break
from ontrafelaar.clock import day_of
from ontrafelaar.counting import count
from ontrafelaar.explaining import trace_of
from ontrafelaar.flagging import flags_of
from ontrafelaar.library import Family, family, version
from ontrafelaar.outcome import BASE, Outcome, Segment
from ontrafelaar.pack import Pack
from ontrafelaar.pieces import Piece, cut
from ontrafelaar.shifts import Convention, Facts, Shift

PLAIN, NOTHING = Convention(), Facts()


def unravel(
    shifts: Iterable[Shift],
    pack: Pack | str,
    *,
    convention: Convention = PLAIN,
    facts: Facts = NOTHING,
    trace: bool = False,
) -> Outcome:
    """The paid lines of one worker's shifts; give whole weeks, for a week counts whole.

    `pack` by name chooses the version by the day worked: a week may hold two. The order
    of the shifts changes nothing. Raises PackError when no version covers a day.
    """
    ordered = sorted(shifts, key=lambda shift: (shift.start, shift.end, str(shift.key)))
    versions = (pack,) if isinstance(pack, Pack) else family(pack)
    holding = _holding(ordered, versions, fixed=isinstance(pack, Pack))
    segments: list[Segment] = []
    addons: list[Segment] = []
    for one in holding:
        pieces = list(_pieces(one, ordered, convention, facts))
        for piece in count(one, pieces, facts):
            if len(holding) == 1 or version(versions, day_of(piece.start)) is one:
                _price(one, piece, segments, addons)
        segments.extend(_topped_up(one, ordered, segments, versions))
    segments.sort(key=lambda part: part.start)
    addons.sort(key=lambda part: part.start)
    base, extra = tuple(_joined(segments)), tuple(_joined(addons))
    flags = flags_of(holding, ordered, base + extra)
    told = tuple(trace_of(holding[0], base, extra, "nl")) if trace and holding else ()
    return Outcome(base, extra, flags, told)


def _holding(
    ordered: Sequence[Shift], versions: Family, *, fixed: bool
) -> tuple[Pack, ...]:
    if fixed:
        return versions
    days = {day_of(m) for s in ordered for m in (s.start, s.end - 1)}
    found = {version(versions, day) for day in days}
    return tuple(pack for pack in versions if pack in found)


def _pieces(
    pack: Pack, ordered: Sequence[Shift], convention: Convention, facts: Facts
) -> Iterator[Piece]:
    for shift in ordered:
        pause = break_minutes(pack, shift)
        yield from take_break(pack, cut(pack, shift, facts), pause, convention)


def _price(
    pack: Pack, piece: Piece, segments: list[Segment], addons: list[Segment]
) -> None:
    base, plus = pack.rates(piece.mask)
    held = tuple(
        rule.name for bit, rule in enumerate(pack.rules) if piece.mask >> bit & 1
    )
    rules = base.rules if base else ()
    percent = BASE if base is None else _whole(base.percent)
    segments.append(_segment(pack, piece, percent, rules, held))
    if plus:
        addons.append(_segment(pack, piece, plus.percent, plus.rules, held))


def _whole(percent: Fraction | None) -> Fraction | None:
    return None if percent is None else BASE + percent


def _segment(
    pack: Pack,
    piece: Piece,
    percent: Fraction | None,
    rules: tuple[str, ...],
    held: tuple[str, ...],
) -> Segment:
    articles = tuple(pack.by_name[name].article for name in rules)
    return Segment(
        piece.key, piece.start, piece.end, piece.minutes, percent, rules, articles, held
    )


def _topped_up(
    pack: Pack, ordered: Sequence[Shift], segments: Sequence[Segment], versions: Family
) -> Iterator[Segment]:
    """What is paid beyond what was worked, to the minimum of a shift."""
    if not pack.minimum:
        return
    worked: dict[object, int] = {}
    for part in segments:
        worked[part.key] = worked.get(part.key, 0) + part.minutes
    for shift in ordered:
        short = pack.minimum - worked.get(shift.key, 0)
        mine = len(versions) == 1 or version(versions, day_of(shift.start)) is pack
        if short > 0 and mine:
            end = shift.end
            yield Segment(
                shift.key, end, end, short, BASE, ("minimum",), (pack.source,),
                is_topup=True,
            )  # fmt: skip


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours that are paid alike for the same reasons become one."""
    last: Segment | None = None
    for part in segments:
        if last and _alike(last, part):
            last = Segment(
                last.key, last.start, part.end, last.minutes + part.minutes,
                last.percent, last.rules, last.articles, last.held, last.is_topup,
            )  # fmt: skip
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _alike(one: Segment, two: Segment) -> bool:
    return one.end == two.start and (
        (one.key, one.percent, one.rules, one.held, one.is_topup)
        == (two.key, two.percent, two.rules, two.held, two.is_topup)
    )
