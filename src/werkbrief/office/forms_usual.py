"""A usual week as the office types it: a line per day, a row per week of the cycle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from werkbrief.planning.actions import Block, Pattern
from werkbrief.words.clock import DAY, wall
from werkbrief.words.notation import read_quick
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import DUTCH

MOST_WEEKS = 4
LONG, REST = 5 * 60 + 30, 30


@dataclass(frozen=True, slots=True)
class Field:
    """One day of one week: its name in the form and what stands in it."""

    name: str
    day: str
    label: str
    text: str


def read_pattern(post: QueryDict) -> Pattern:
    """All of it, or a Refusal at the first field that can't be read."""
    cycle = read_cycle(post)
    blocks = tuple(block for week in range(cycle) for block in _week(post, week))
    return Pattern(_day(post.get("vanaf", "")), blocks, cycle)


def read_cycle(post: QueryDict) -> int:
    text = post.get("weken", "1")
    return int(text) if text in {"1", "2", "3", "4"} else 1


def fields_of(pattern: Pattern) -> list[list[Field]]:
    """What stands in the form for this pattern, and four weeks of it at most."""
    return [
        [_field(week, day, ", ".join(_lines(pattern, week, day))) for day in range(7)]
        for week in range(MOST_WEEKS)
    ]


def fields_typed(post: QueryDict) -> list[list[Field]]:
    """What was typed, as it was typed."""
    return [
        [_field(week, day, post.get(_name(week, day), "")) for day in range(7)]
        for week in range(MOST_WEEKS)
    ]


def _field(week: int, day: int, text: str) -> Field:
    name = DUTCH.long_weekdays[day]
    return Field(
        _name(week, day), DUTCH.weekdays[day], f"week {week + 1}, {name}", text
    )


def _name(week: int, day: int) -> str:
    return f"d{week}-{day}"


def _lines(pattern: Pattern, week: int, day: int) -> Iterator[str]:
    for block in pattern.blocks:
        if (block.week, block.weekday) == (week, day):
            start, end = wall(block.start), wall(block.end)
            yield f"{start}-{end}/{block.break_minutes}"


def _week(post: QueryDict, week: int) -> Iterator[Block]:
    for day in range(7):
        name = _name(week, day)
        text = post.get(name, "").replace(";", ",")
        blocks = [
            _block(part, week, day, name) for part in text.split(",") if part.strip()
        ]
        for one, two in zip(sorted(blocks), sorted(blocks)[1:], strict=False):
            if two.start < one.end:
                raise Refusal(
                    f"Op {DUTCH.long_weekdays[day]} overlappen twee tijden elkaar.",
                    field=name,
                )
        yield from blocks


def _block(text: str, week: int, day: int, name: str) -> Block:
    """One stretch; without a break it gets what the law asks (article 5:4)."""
    try:
        typed = read_quick(text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=name) from None
    if typed.start is None or typed.end is None:
        raise Refusal(
            f"“{text.strip()}” mist een begin of een eind. Schrijf bijvoorbeeld "
            "0730-1600/30, en twee keer op een dag met een komma ertussen.",
            field=name,
        )
    end = typed.end if typed.end > typed.start else typed.end + DAY
    length = end - typed.start
    pause = typed.pause
    if pause is None:
        pause = REST if length > LONG else 0
    if pause > length or length > DAY:
        raise Refusal(f"“{text.strip()}” is langer pauze dan dienst.", field=name)
    return Block(day, typed.start % DAY, typed.start % DAY + length, pause, week)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("Kies vanaf welke dag dit geldt.", field="vanaf") from None
