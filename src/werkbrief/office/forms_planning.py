"""What a planner sends from the week's grid, parsed; nothing is saved here."""

import re
from datetime import date

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from werkbrief.planning.actions import Cells, Spot
from werkbrief.planning.reads import Filters
from werkbrief.staffing.models import Assignment, Client
from werkbrief.words.notation import Typed, read_break, read_clock, read_quick
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week

LONGEST_STAMP = 2000
MOST_CELLS, CELL = 1000, 3
_NUMBER = re.compile(r"[0-9]{1,18}")


def read_filters(query: QueryDict) -> Filters:
    """The filters in the address."""
    return Filters(
        query=query.get("zoek", ""),
        department=query.get("afdeling", ""),
        crew=query.get("ploeg", ""),
        job_function=query.get("functie", ""),
    )


def read_spot(sent: QueryDict, client: Client, week: Week, prefix: str = "") -> Spot:
    """Which cell: an assignment of this client and a day of this week, or 404."""
    return (
        read_assignment(sent, client, prefix).pk,
        read_day_of(sent, week, f"{prefix}dag"),
    )


def read_assignment(sent: QueryDict, client: Client, prefix: str = "") -> Assignment:
    number = read_number(sent, f"{prefix}plaatsing")
    among = client.assignments.select_related("worker", "job_function", "department")
    return get_object_or_404(among, pk=number)


def read_day_of(sent: QueryDict, week: Week, name: str = "dag") -> date:
    day = _day(sent.get(name, ""))
    if day is None or day not in week:
        raise Http404
    return day


def read_week(sent: QueryDict, otherwise: Week) -> Week:
    """The week that was chosen in `van`."""
    try:
        return Week.parse(sent.get("van", ""))
    except ValueError:
        return otherwise


def read_number(sent: QueryDict, name: str) -> int:
    """A number, or 0 when it is none."""
    text = sent.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else 0


def read_cells(post: QueryDict, client: Client, *spots: Spot) -> Cells:
    """How cells stood on screen: `gezien` of the first, `gezien_daar` of the next."""
    stamps = (post.get(name, "")[:LONGEST_STAMP] for name in ("gezien", "gezien_daar"))
    return Cells(client, dict(zip(spots, stamps, strict=False)))


def read_many(post: QueryDict, client: Client, week: Week) -> Cells:
    """Cells as `plaatsing|dag|gezien`, with a semicolon between them."""
    parts = [part.split("|", 2) for part in post.get("cellen", "").split(";") if part]
    if not parts or len(parts) > MOST_CELLS or any(len(part) != CELL for part in parts):
        raise Refusal(f"Kies 1 tot {MOST_CELLS} cellen.")
    seen = {}
    for number, text, stamp in parts:
        day = _day(text)
        if day is None or day not in week or not _NUMBER.fullmatch(number):
            raise Http404
        seen[int(number), day] = stamp
    wanted = {number for number, _ in seen}
    if client.assignments.filter(pk__in=wanted).count() != len(wanted):
        raise Http404
    return Cells(client, seen)


def read_typed(post: QueryDict) -> Typed:
    """Three fields, or one line: `0730-1600/30`, `730 16`, `8u`, `/45`."""
    if (line := post.get("snel")) is not None:
        return read_quick(line.lstrip("+ "))
    return Typed(
        start=read_clock(post.get("start", ""), field="start"),
        end=read_clock(post.get("eind", ""), field="eind"),
        pause=read_break(post.get("pauze", ""), field="pauze"),
    )


def is_extra(post: QueryDict) -> bool:
    """`+0730-1600`: one more shift, whatever stands there."""
    return post.get("snel", "").strip().startswith("+")


def read_span(post: QueryDict) -> tuple[date, date | None]:
    """From and until which day somebody is away; without a last day it is open."""
    first, last = _day(post.get("van", "")), _day(post.get("tot", ""))
    if first is None:
        raise Refusal("Kies de eerste dag.", field="van")
    if last is None and post.get("tot"):
        raise Refusal("Kies de laatste dag, of laat haar leeg.", field="tot")
    return first, last


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
