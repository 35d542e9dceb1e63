"""What the Werkplanning screen sends, parsed; nothing is saved here."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict

from werkbrief.planning.actions import Block, Need, Proposal
from werkbrief.planning.models import About, MessageKind, ShiftQuerySet
from werkbrief.staffing.models import Assignment, Membership
from werkbrief.words.clock import DAY, day_of
from werkbrief.words.notation import Typed, read_break, read_clock
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import DUTCH, say, tongue
from werkbrief.words.weeks import Week

LONGEST, DIGITS = 500, 9
M = TypeVar("M", bound=Model)


def read_subject(
    query: QueryDict, week: Week, shifts: ShiftQuerySet, among: QuerySet[Assignment]
) -> Proposal:
    """What it is about: a shift, a worker or a day, of this week and this scope."""
    kind = MessageKind.REMARK
    if number := _number(query, "dienst"):
        shift = shifts.select_related("assignment__worker").filter(pk=number).first()
        if shift is None:
            raise Refusal(say("Deze dienst is er niet meer. Laad de pagina opnieuw."))
        day = day_of(shift.start)
        return Proposal(kind, About.SHIFT, day, shift.assignment, shift)
    if number := _number(query, "plaatsing"):
        assignment = among.select_related("worker").filter(pk=number).first()
        if assignment is None:
            raise Refusal(
                say("Deze medewerker is er niet meer. Laad de pagina opnieuw.")
            )
        return Proposal(kind, About.WORKER, week.monday, assignment)
    return Proposal(kind, About.DAY, read_day(query.get("dag", ""), week))


def read_day(text: str, week: Week) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day not in week:
        raise Refusal(say("Kies een dag van de week op het scherm."), field="dag")
    return day


def read_kind(post: QueryDict) -> MessageKind:
    try:
        return MessageKind(post.get("soort", ""))
    except ValueError:
        raise Refusal(say("Kies eerst wat er gemeld wordt."), field="soort") from None


def read_times(post: QueryDict) -> Typed:
    return Typed(
        start=read_clock(post.get("start", ""), field="start"),
        end=read_clock(post.get("eind", ""), field="eind"),
        pause=read_break(post.get("pauze", ""), field="pauze"),
    )


def read_pattern(post: QueryDict) -> list[Block]:
    """The usual week: a day without times is a day off."""
    return list(_blocks(post))


def _blocks(post: QueryDict) -> Iterator[Block]:
    for weekday, name in enumerate(DUTCH.weekdays):
        start = read_clock(post.get(f"{name}-start", ""), field=f"{name}-start")
        end = read_clock(post.get(f"{name}-eind", ""), field=f"{name}-eind")
        pause = read_break(post.get(f"{name}-pauze", ""), field=f"{name}-pauze")
        if start is None and end is None:
            continue
        if start is None or end is None:
            missing = "start" if start is None else "eind"
            raise Refusal(
                say(
                    "Vul op %(day)s een start- en een eindtijd in, of geen van beide.",
                    day=tongue().weekdays[weekday],
                ),
                field=f"{name}-{missing}",
            )
        end += DAY if end <= start else 0
        if (pause or 0) > end - start:
            raise Refusal(
                say(
                    "Op %(day)s is de pauze langer dan de dienst.",
                    day=tongue().weekdays[weekday],
                ),
                field=f"{name}-pauze",
            )
        yield Block(weekday, start % DAY, end, pause or 0)


def read_from(post: QueryDict, today: date) -> date:
    """From which day the usual week changes; not in the past."""
    try:
        day = date.fromisoformat(post.get("vanaf", ""))
    except ValueError:
        raise Refusal(say("Kies vanaf welke dag."), field="vanaf") from None
    if day < today:
        raise Refusal(
            say("Kies vandaag of later: wat geweest is blijft."), field="vanaf"
        )
    return day


def read_text(post: QueryDict) -> str:
    text = " ".join(post.get("tekst", "").split())
    if len(text) > LONGEST:
        raise Refusal(
            say(
                "De opmerking is %(length)s tekens; er passen er %(most)s. Maak haar "
                "iets korter.",
                length=len(text),
                most=LONGEST,
            ),
            field="tekst",
        )
    return text


def read_need(post: QueryDict, membership: Membership, today: date) -> Need:
    """How many, whom, where, on which days, from when until when."""
    client = membership.client
    departments = (
        membership.departments.all()
        if membership.is_narrowed
        else client.department_set.all()
    )
    department = _chosen(post, "afdeling", departments)
    if department is None and membership.is_narrowed:
        raise Refusal(say("Kies voor welke afdeling."), field="afdeling")
    function = _chosen(post, "functie", client.jobfunction_set.all())
    if function is None:
        raise Refusal(say("Kies welke functie."), field="functie")
    times = read_times(post)
    if times.start is None or times.end is None:
        missing = "start" if times.start is None else "eind"
        raise Refusal(say("Vul een start- en een eindtijd in."), field=missing)
    return Need(
        headcount=_number(post, "aantal"),
        job_function=function,
        days=_days(post, today),
        start=times.start % DAY,
        end=times.end,
        pause=times.pause or 0,
        department=department,
        crew=_chosen(post, "ploeg", client.crew_set.all()),
        remark=read_text(post),
    )


def _days(post: QueryDict, today: date) -> list[date]:
    try:
        days = sorted({date.fromisoformat(text) for text in post.getlist("dag")})
    except ValueError:
        days = []
    if not days:
        raise Refusal(say("Kies minstens één dag."), field="dag")
    if days[0] < today or days[-1] > today + timedelta(days=366):
        raise Refusal(say("Kies dagen die nog komen, binnen een jaar."), field="dag")
    return days


def _chosen(post: QueryDict, name: str, among: QuerySet[M]) -> M | None:
    number = _number(post, name)
    return among.filter(pk=number).first() if number else None


def _number(query: QueryDict, name: str) -> int:
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0
