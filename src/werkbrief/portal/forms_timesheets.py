"""What the Werkbriefjes screen sends, parsed; nothing is saved here."""

from django.http import QueryDict

from werkbrief.timesheets.actions import Seen
from werkbrief.timesheets.models import Reason
from werkbrief.timesheets.reads import Filters
from werkbrief.words.notation import (
    Typed,
    read_break,
    read_clock,
    read_duration,
    read_quick,
)
from werkbrief.words.refusals import Refusal

LONGEST_REMARK = 1000


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


def _clock(text: str) -> str:
    try:
        minutes = read_clock(text)
    except Refusal:
        return ""
    return "" if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def read_selection(post: QueryDict) -> Seen:
    """Read "12:3,13:1": entry id and the version that was on screen."""
    pairs = (pair.partition(":") for pair in post.get("gezien", "").split(",") if pair)
    try:
        seen = {int(entry): int(version) for entry, _, version in pairs}
    except ValueError as garbled:
        raise Refusal(
            "Deze selectie is niet te lezen. Laad de pagina opnieuw."
        ) from garbled
    if not seen:
        raise Refusal("Er is niets geselecteerd. Kies eerst één of meer werkbriefjes.")
    return seen


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
        raise Refusal("Kies waarom er niet is gewerkt.", field="reason") from None


def read_remark(post: QueryDict) -> str:
    text = " ".join(post.get("opmerking", "").split())
    if not text:
        raise Refusal("De opmerking is nog leeg.", field="remark")
    if len(text) > LONGEST_REMARK:
        raise Refusal(
            f"De opmerking is {len(text)} tekens; er passen er {LONGEST_REMARK}. "
            "Maak haar iets korter.",
            field="remark",
        )
    return text
