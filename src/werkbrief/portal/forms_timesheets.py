"""What the Werkbriefjes screen sends, parsed; nothing is saved here."""

import re
from dataclasses import fields

from django.http import QueryDict

from werkbrief.planning.reads import Filters as PlaceFilters
from werkbrief.timesheets.actions import Seen
from werkbrief.timesheets.models import Reason
from werkbrief.timesheets.reads import Filters
from werkbrief.words.clock import wall
from werkbrief.words.notation import (
    Typed,
    read_break,
    read_clock,
    read_duration,
    read_quick,
)
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

LONGEST_REMARK = 1000
# 2,000 people on seven days, and some to spare; SQLite takes 32,766 in one question.
MOST_AT_ONCE = 20_000
# What a database takes for a number: longer ones are nobody's.
_NUMBER = re.compile(r"[0-9]{1,18}")
_PAIR = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")


def read_filters(query: QueryDict) -> Filters:
    """The filters in the address; an unreadable time filters nothing."""
    return Filters(
        query=query.get("zoek", ""),
        department=query.get("afdeling", ""),
        crew=query.get("ploeg", ""),
        job_function=query.get("functie", ""),
        start=_clock(query.get("start", "")),
        end=_clock(query.get("eind", "")),
        hide_planned=query.get("verberg") == "planning",
    )


def read_place_filters(query: QueryDict) -> PlaceFilters:
    """Those that every hours screen knows; `hide_planned` just travels along."""
    found = read_filters(query)
    names = (field.name for field in fields(PlaceFilters))
    return PlaceFilters(**{name: getattr(found, name) for name in names})


def _clock(text: str) -> str:
    try:
        minutes = read_clock(text)
    except Refusal:
        return ""
    return "" if minutes is None else wall(minutes)


def read_selection(post: QueryDict) -> Seen:
    """Read "12:3,13:1": entry id and the version that was on screen."""
    pairs = [pair for pair in post.get("gezien", "").split(",") if pair]
    if len(pairs) > MOST_AT_ONCE:
        raise Refusal(
            say(
                "Meer dan %(most)s werkbriefjes tegelijk gaat niet. Kies er minder, "
                "bijvoorbeeld per afdeling.",
                most=MOST_AT_ONCE,
            )
        )
    found = [_PAIR.fullmatch(pair) for pair in pairs]
    if not all(found):
        raise Refusal(say("Deze selectie is niet te lezen. Laad de pagina opnieuw."))
    seen = {int(match[1]): int(match[2]) for match in found if match}
    if not seen:
        raise Refusal(
            say("Er is niets geselecteerd. Kies eerst één of meer werkbriefjes.")
        )
    return seen


def read_deed(post: QueryDict) -> int:
    """Which deed to undo."""
    deed = post.get("daad", "")
    if not _NUMBER.fullmatch(deed):
        raise Refusal(say("Er is niets om ongedaan te maken."))
    return int(deed)


def read_typed(post: QueryDict) -> Typed:
    """The four fields, or the quick entry of a cell; empty is "leave as it is"."""
    if quick := post.get("snel", ""):
        return read_quick(quick)
    return Typed(
        start=read_clock(post.get("start", ""), field="start"),
        end=read_clock(post.get("eind", ""), field="end"),
        pause=read_break(post.get("pauze", ""), field="break"),
        total=read_duration(post.get("totaal", ""), field="total"),
    )


def read_reason(post: QueryDict) -> Reason:
    try:
        return Reason(post.get("reden", ""))
    except ValueError:
        raise Refusal(say("Kies waarom er niet is gewerkt."), field="reason") from None


def read_remark(post: QueryDict) -> str:
    text = " ".join(post.get("opmerking", "").split())
    if not text:
        raise Refusal(say("De opmerking is nog leeg."), field="remark")
    if len(text) > LONGEST_REMARK:
        raise Refusal(
            say(
                "De opmerking is %(length)s tekens; er passen er %(most)s. Maak haar "
                "iets korter.",
                length=len(text),
                most=LONGEST_REMARK,
            ),
            field="remark",
        )
    return text
