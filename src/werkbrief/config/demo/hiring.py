"""Who works where, since when and until when, and their usual weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from werkbrief.config.demo.names import names
from werkbrief.config.demo.patterns import Pattern
from werkbrief.config.demo.places import PLACES, Gang, Place
from werkbrief.exchange.actions import import_planning
from werkbrief.exchange.reading.lines import Person, Posting, Reading
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.staffing.models import Agency, Assignment
from werkbrief.words.weeks import Week

FIRST_NUMBER = 10_001
YEAR = 364
# Of a hundred people who work now, so many more did earlier this year and left.
LEFT = 18
# The share that stays all year, and how many days a season's work lasts.
FAITHFUL, SEASON = 0.13, 56


@dataclass(frozen=True, slots=True)
class Hired:
    """A person in a gang, with the usual week; `ends_on` None is "still there"."""

    number: str
    name: str
    place: Place
    gang: Gang
    pattern: Pattern
    starts_on: date
    ends_on: date | None


def hire(agency: Agency, today: date, rng: Random, deed: Deed) -> list[Hired]:
    """Take in workers and assignments as a message from the front office would."""
    hired = list(_everybody(today, rng))
    people = tuple(Person(one.number, one.name) for one in hired)
    reading = Reading(people=people, postings=tuple(map(_posting, hired)))
    import_planning(reading, agency=agency, by=deed.by, at=deed.at)
    _schedule(agency, hired, deed)
    return hired


def _everybody(today: date, rng: Random) -> Iterator[Hired]:
    pool = names(rng)
    number = FIRST_NUMBER
    for place in PLACES:
        for gang in place.gangs:
            for place_in_gang in range(gang.headcount + gang.headcount * LEFT // 100):
                starts_on, ends_on = _period(today, rng)
                has_left = place_in_gang >= gang.headcount
                if has_left:
                    starts_on = ends_on - timedelta(days=SEASON - 1)
                yield Hired(
                    str(number),
                    next(pool),
                    place,
                    gang,
                    gang.patterns[place_in_gang % len(gang.patterns)],
                    starts_on,
                    ends_on if has_left else None,
                )
                number += rng.choice((1, 1, 2, 3))


def _period(today: date, rng: Random) -> tuple[date, date]:
    """A few stay for years, most came for the season. From Monday until Sunday.

    Who left did so weeks ago, after a season too.
    """
    stays = rng.random() < FAITHFUL
    since = YEAR + 40 if stays else round(rng.triangular(14, 112, 28))
    left = rng.randrange(35, YEAR - SEASON)
    starts_on = Week.of(today - timedelta(days=since)).monday
    return starts_on, Week.of(today - timedelta(days=left)).sunday


def _posting(hired: Hired) -> Posting:
    return Posting(
        client=hired.place.number,
        payroll_number=hired.number,
        name=hired.name,
        department=hired.gang.department,
        crew=hired.gang.crew,
        job_function=hired.gang.job_function,
        cost_center=hired.gang.cost_center,
        starts_on=hired.starts_on,
        ends_on=hired.ends_on,
        contract_minutes=hired.pattern.minutes,
    )


def _schedule(agency: Agency, hired: list[Hired], deed: Deed) -> None:
    """A base schedule per assignment: three statements for all of them.

    Alternating weeks count from the same Monday, so that a crew alternates together.
    """
    patterns = {one.number: one.pattern for one in hired}
    assignments = list(
        Assignment.objects.filter(agency=agency).select_related("worker").order_by("pk")
    )
    schedules = BaseSchedule.objects.bulk_create(
        BaseSchedule(
            assignment=assignment,
            valid_from=_even(assignment.starts_on),
            cycle=len(patterns[assignment.worker.payroll_number].weeks),
        )
        for assignment in assignments
    )
    blocks = [
        block
        for schedule, assignment in zip(schedules, assignments, strict=True)
        for block in _blocks(schedule, patterns[assignment.worker.payroll_number])
    ]
    BaseBlock.objects.bulk_create(blocks)
    traces = [
        Trace("planning.baseschedule", schedule.pk, None, {"cycle": schedule.cycle})
        for schedule in schedules
    ]
    record("planning.scheduled", deed, traces)


def _even(day: date) -> date:
    """The Monday of this week or the one before, so that all cycles start alike."""
    monday = Week.of(day).monday
    return monday - timedelta(days=monday.toordinal() // 7 % 2 * 7)


def _blocks(schedule: BaseSchedule, pattern: Pattern) -> Iterator[BaseBlock]:
    for number, week in enumerate(pattern.weeks):
        for stretch in week:
            for weekday in stretch.days:
                yield BaseBlock(
                    schedule=schedule,
                    week=number,
                    weekday=weekday,
                    start=stretch.start,
                    end=stretch.end,
                    break_minutes=stretch.break_minutes,
                )
