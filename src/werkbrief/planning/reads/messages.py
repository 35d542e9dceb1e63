"""Planning messages on screen: what was told, about whom, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet

from werkbrief.planning.models import MessageKind, PlanningMessage, Shift
from werkbrief.planning.reads.proposals import proposed, stamp
from werkbrief.words.clock import clock, day_of, wall
from werkbrief.words.tongues import say, tongue

RELATED = ("by", "assignment__worker", "answer__by", "client")


@dataclass(frozen=True, slots=True)
class Moved:
    """One shift that a message is about: as it stands, and as proposed."""

    name: str
    day: date
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class Note:
    """A message as both sides read it."""

    id: int
    client: str
    client_slug: str
    kind: str
    about: str
    title: str
    day: date
    whom: str
    what: str
    text: str
    by: str
    by_id: int
    at: datetime
    outcome: str
    outcome_word: str
    reason: str
    answered_by: str
    answered_at: datetime | None
    stamp: str = ""
    moved: list[Moved] = field(default_factory=list)

    @property
    def case(self) -> str:
        """Its anchor in the queue."""
        return f"m{self.id}"

    @property
    def waits(self) -> bool:
        return not self.outcome


def notes_of(messages: QuerySet[PlanningMessage]) -> list[Note]:
    """Newest first: three statements, for any number of them."""
    rows = list(messages.select_related(*RELATED).order_by("-at", "-pk"))
    shifts = _shifts(rows)
    return [_note(message, shifts[message.pk]) for message in rows]


def _shifts(messages: Iterable[PlanningMessage]) -> dict[int, list[Shift]]:
    found: dict[int, list[Shift]] = defaultdict(list)
    links = PlanningMessage.shifts.through.objects.filter(
        planningmessage__in=[message.pk for message in messages],
        shift__is_cancelled=False,
    )
    for link in links.select_related("shift__worker").order_by("shift__start"):
        found[link.planningmessage_id].append(link.shift)
    return found


def _note(message: PlanningMessage, shifts: list[Shift]) -> Note:
    answer = getattr(message, "answer", None)
    return Note(
        id=message.pk,
        client=str(message.client),
        client_slug=message.client.slug,
        kind=message.kind,
        about=message.about,
        title=message.get_kind_display(),
        day=message.day,
        whom=_whom(message),
        what=_what(message),
        text=message.text,
        by=str(message.by),
        by_id=message.by_id,
        at=message.at,
        outcome=answer.outcome if answer else "",
        outcome_word=answer.get_outcome_display() if answer else say("verstuurd"),
        reason=answer.reason if answer else "",
        answered_by=str(answer.by) if answer else "",
        answered_at=answer.at if answer else None,
        stamp=stamp(shifts),
        moved=[] if answer else [_moved(message, shift) for shift in shifts],
    )


def _whom(message: PlanningMessage) -> str:
    if message.assignment is None:
        return say("iedereen")
    return message.assignment.worker.name


def _what(message: PlanningMessage) -> str:
    if message.kind == MessageKind.OTHER_PATTERN:
        names = tongue().weekdays
        return "; ".join(
            f"{names[weekday]} {wall(start)}–{wall(end)}, {_pause(pause)}"
            for weekday, start, end, pause in message.pattern
        )
    parts = []
    if message.start is not None:
        parts.append(say("van %(time)s", time=wall(message.start)))
    if message.end is not None:
        parts.append(say("tot %(time)s", time=wall(message.end)))
    if message.break_minutes is not None:
        parts.append(_pause(message.break_minutes))
    return ", ".join(parts)


def _moved(message: PlanningMessage, shift: Shift) -> Moved:
    then = ""
    if message.kind == MessageKind.OTHER_TIMES:
        then = _times(*proposed(message, shift))
    elif message.kind == MessageKind.NO_SHOW:
        then = say("vervalt")
    now = _times(shift.start, shift.end, shift.break_minutes)
    return Moved(shift.worker.name, day_of(shift.start), now, then)


def _times(start: int, end: int, pause: int) -> str:
    return f"{clock(start)}–{clock(end)}, {_pause(pause)}"


def _pause(minutes: int) -> str:
    return say("pauze %(minutes)s", minutes=minutes)
