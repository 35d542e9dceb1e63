"""A worker's whole week beside one entry: its lines, its days, and what moves."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ontrafelaar import Outcome, Segment
from werkbrief.pay.reads.hours import Hours
from werkbrief.pay.reads.law import rule_in_words
from werkbrief.pay.reads.lines import BASE, BASE_LABEL, percentage
from werkbrief.words.clock import day_of, duration
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

Rate = tuple[
    bool, Fraction | None, tuple[str, ...], tuple[str, ...], tuple[str, bool] | None
]
OF_THE_WEEK = -1


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Minutes at one rate: of this entry, and of the worker's whole week with it.

    `computed` stands beside a rate that was set by hand; `is_to_judge` when that
    changed since.
    """

    percentage: str
    label: str
    articles: str
    own_minutes: int
    week_minutes: int
    computed: str = ""
    is_to_judge: bool = False

    @property
    def own(self) -> str:
        return duration(self.own_minutes) if self.own_minutes else ""

    @property
    def week(self) -> str:
        return duration(self.week_minutes)


@dataclass(frozen=True, slots=True)
class DayPay:
    """One day of the week: minutes at the base rate, and at another one."""

    day: date
    base: int
    extra: int
    is_own: bool

    @property
    def hours(self) -> str:
        return duration(self.base + self.extra)


@dataclass(frozen=True, slots=True)
class Moved:
    """What typing here changes on another day of this week."""

    day: date
    percentage: str
    label: str
    before: str
    after: str


def week_lines(outcome: Outcome, own: int, keys: Collection[int]) -> list[WeekLine]:
    """Base lines by percentage, then what stands beside them."""
    mine: Counter[Rate] = Counter()
    week: Counter[Rate] = Counter()
    for key, rate, minutes in _stretches(outcome, keys):
        week[rate] += minutes
        if key == own:
            mine[rate] += minutes
    ordered = sorted(week, key=lambda r: (r[0], r[1] is None, r[1] or 0, r[2]))
    return [
        WeekLine(
            percentage(rate[1], is_addon=rate[0]),
            " + ".join(map(rule_in_words, rate[2])) or say(BASE_LABEL),
            ", ".join(rate[3]),
            mine[rate],
            week[rate],
            *(rate[4] or ()),
        )
        for rate in ordered
    ]


def week_days(
    outcome: Outcome, week: Week, rows: Iterable[Hours], own: int
) -> list[DayPay]:
    """Seven days; a shift over midnight belongs to the day on which it starts."""
    days = {row.pk: day_of(row.start) for row in rows}
    base: Counter[date] = Counter()
    extra: Counter[date] = Counter()
    for part in outcome.segments:
        if part.key in days and not part.is_topup:
            side = base if part.percent == BASE else extra
            side[days[part.key]] += part.minutes
    return [DayPay(d, base[d], extra[d], d == days.get(own)) for d in week.days]


def moved(
    before: Outcome, after: Outcome, rows: Iterable[Hours], own: int
) -> Iterator[Moved]:
    """Surcharges of the other entries that are not what they were, by day."""
    days = {row.pk: day_of(row.start) for row in rows if row.pk != own}
    old, new = _by_day(before, days), _by_day(after, days)
    for day, rate in sorted(
        {*old, *new}, key=lambda one: (one[0], one[1][1] or 0, one[1][2])
    ):
        if old[day, rate] != new[day, rate] and rate[2]:
            yield Moved(
                day,
                percentage(rate[1], is_addon=rate[0]),
                " + ".join(rate[2]),
                duration(old[day, rate]),
                duration(new[day, rate]),
            )


def _by_day(outcome: Outcome, days: dict[int, date]) -> Counter[tuple[date, Rate]]:
    found: Counter[tuple[date, Rate]] = Counter()
    for key, rate, minutes in _stretches(outcome, days):
        if key in days:
            found[days[key], rate] += minutes
    return found


def _stretches(
    outcome: Outcome, keys: Collection[int]
) -> Iterator[tuple[int, Rate, int]]:
    """What fills up a week belongs to no entry; it counts as the week's."""
    since = min(
        (part.start for part in outcome.segments if part.key in keys), default=0
    )
    for parts, is_addon in ((outcome.segments, False), (outcome.addons, True)):
        for part in parts:
            if part.key in keys or (part.key is None and part.start >= since):
                key = OF_THE_WEEK if part.key is None else int(str(part.key))
                yield key, _rate(part, is_addon=is_addon), part.minutes


def _rate(part: Segment, *, is_addon: bool) -> Rate:
    hand = None
    if told := part.by_hand:
        hand = percentage(told.computed, is_addon=is_addon), not told.is_settled
    return is_addon, part.percent, part.rules, part.articles, hand
