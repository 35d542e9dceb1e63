"""How the schedule is put on screen."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.safestring import SafeString, mark_safe

from werkbrief.accounts.models import User
from werkbrief.planning.models import About, MessageKind, Outcome, Shift
from werkbrief.planning.reads import Note, Request, Schedule
from werkbrief.planning.reads.schedule import Group
from werkbrief.portal.printing import place_title
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.clock import clock, day_of
from werkbrief.words.tongues import DUTCH, say
from werkbrief.words.weeks import Week, short_day, weekday


def print_schedule(schedule: Schedule) -> SafeString:
    """Groups with their rows and subtotals, and the totals at the foot."""
    return _print("portal/planning/_sheet.html", schedule)


def print_pieces(schedule: Schedule, rows: Collection[int]) -> SafeString:
    """These rows and every total, each to be put in the place of the old one."""
    some = [row for row in schedule.rows if row.id in rows]
    return _print("portal/planning/_pieces.html", schedule, rows=some)


def _print(template: str, schedule: Schedule, **more: object) -> SafeString:
    html = print_sheet(
        template,
        groups=[_group(group) for group in schedule.groups],
        hours=schedule.minutes,
        asked=schedule.asked,
        asked_in_all=schedule.asked_in_all,
        **_cell_words(),
        **more,
    )
    return mark_safe(html)  # noqa: S308  (the sheet escapes every value itself)


def _group(group: Group) -> dict[str, object]:
    return {
        "title": place_title(*group.place),
        "function": group.place[2] if any(group.place[:2]) else "",
        "rows": group.rows,
        "key": group.key,
        "hours": group.minutes,
        "asked": group.asked,
        "asked_in_all": group.asked_in_all,
    }


def _cell_words() -> dict[str, str]:
    """What cells say, translated once for all of them."""
    return {"absent": say("afwezig"), "told": say("gemeld")}


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was sent, and how it stands."""

    kind: str
    ids: list[int]
    title: str
    detail: str
    text: str
    by: str
    at: datetime
    status: str
    word: str
    reason: str
    answered_by: str
    is_own: bool

    @property
    def waits(self) -> bool:
        return not self.status


def sent_lines(
    notes: Iterable[Note], requests: Iterable[Request], user: User
) -> list[Line]:
    """Messages and requests of the week in one list, newest first."""
    lines = [_told(note, user) for note in notes] + list(_asked(requests, user))
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _told(note: Note, user: User) -> Line:
    pattern = note.kind == MessageKind.OTHER_PATTERN
    day = short_day(note.day)
    if pattern:
        day = say("vanaf %(day)s", day=day)
    elif note.about == About.WORKER:
        day = say("deze week")
    return Line(
        kind="melding",
        ids=[note.id],
        title=note.title,
        detail=" · ".join(part for part in (note.whom, day, note.what) if part),
        text=note.text,
        by=note.by,
        at=note.at,
        status=note.outcome,
        word=note.outcome_word,
        reason=note.reason,
        answered_by=note.answered_by,
        is_own=note.by_id == user.pk,
    )


def _asked(requests: Iterable[Request], user: User) -> Iterator[Line]:
    """One line for the days that were asked in one go and stand alike."""
    together: dict[tuple[object, ...], list[Request]] = defaultdict(list)
    for one in requests:
        key = (one.asked_at, one.asked_by_id, one.place, one.times, one.headcount)
        together[(*key, one.outcome, one.reason)].append(one)
    for alike in together.values():
        one = alike[0]
        days = ", ".join(short_day(day_of(each.start)) for each in alike)
        filled = sum(min(each.filled, each.headcount) for each in alike)
        place = " · ".join(part for part in one.place if part)
        pause = say("pauze %(minutes)s", minutes=one.pause)
        need = f"{one.headcount} × {place} · {days} · {one.times}, {pause}"
        if one.outcome == Outcome.ACCEPTED:
            wanted = sum(each.headcount for each in alike)
            told = say("%(filled)s van %(asked)s ingevuld", filled=filled, asked=wanted)
            need += f" · {told}"
        yield Line(
            kind="aanvraag",
            ids=[each.id for each in alike],
            title=say("personeel aangevraagd"),
            detail=need,
            text=one.remark,
            by=one.asked_by,
            at=one.asked_at or datetime.min.replace(tzinfo=UTC),
            status=one.outcome,
            word=str(Outcome(one.outcome).label) if one.outcome else say("verstuurd"),
            reason=one.reason,
            answered_by=one.answered_by,
            is_own=one.asked_by_id == user.pk,
        )


def times_fields(shift: Shift | None) -> dict[str, str]:
    """What stands in the fields: nothing typed yet, the plan as a hint."""
    if shift is None:
        return {}
    return {
        "start": clock(shift.start),
        "end": clock(shift.end),
        "break": str(shift.break_minutes),
    }


def pattern_fields(
    week: Week, usual: Mapping[date, list[tuple[int, int, int]]]
) -> list[dict[str, str]]:
    """Seven days with the usual times in them."""
    days = []
    for name, day in zip(DUTCH.weekdays, week.days, strict=True):
        start, end, pause = usual[day][0] if usual.get(day) else (None, None, None)
        days.append(
            {
                "field": name,
                "name": weekday(day),
                "start": "" if start is None else clock(start),
                "end": "" if end is None else clock(end),
                "break": "" if pause is None else str(pause),
            }
        )
    return days
