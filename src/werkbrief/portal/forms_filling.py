"""Many hours at once, each with its own: a pasted block, and what was previewed."""

import re
from collections.abc import Mapping
from dataclasses import astuple

from django.http import QueryDict

from werkbrief.portal.forms_timesheets import MOST_AT_ONCE
from werkbrief.timesheets.actions import Seen
from werkbrief.timesheets.reads.likening import Source
from werkbrief.words.blocks import read_block
from werkbrief.words.notation import Typed
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say

_NUMBER = re.compile(r"[0-9]{1,18}")
_MENDED = re.compile(r"(cel|regel)-([0-9]{1,4})-([0-9]{1,2})")
# entry:version:start:end:break:total, minutes; what stays as it is, is empty.
_FILLED = re.compile(
    r"([0-9]{1,18}):([0-9]{1,9}):([0-9]{0,4}):([0-9]{0,4}):([0-9]{0,4}):([0-9]{0,4})"
)
_LAST_MINUTE = 24 * 60


def read_pasting(post: QueryDict) -> list[list[str]]:
    """The block, with what was mended in the preview: a line without a name is left."""
    block = read_block(post.get("tekst", ""))
    for name in post:
        match, text = _MENDED.fullmatch(name), str(post[name]).strip()
        if not match:
            continue
        row, column = int(match[2]), int(match[3])
        if row < len(block) and column < len(block[row]):
            block[row][column] = text
            if match[1] == "regel" and not text:
                block[row] = [""] * len(block[row])
    return block


def read_spot(post: QueryDict) -> tuple[int | None, int]:
    """On which row and day the focus was; without, the first row and Monday."""
    row, day = post.get("rij", ""), post.get("dag", "")
    return (
        int(row) if _NUMBER.fullmatch(row) else None,
        int(day) if day in tuple("0123456") else 0,
    )


def read_source(post: QueryDict) -> tuple[Source, int | None]:
    """What hours are to be the same as, and the row of the colleague meant."""
    text = post.get("collega", "")
    colleague = int(text) if _NUMBER.fullmatch(text) else None
    try:
        source = Source(post.get("bron", ""))
    except ValueError:
        raise Refusal(say("Kies waaraan de uren gelijk worden.")) from None
    if source == Source.COLLEAGUE and colleague is None:
        raise Refusal(say("Kies eerst een collega."), field="colleague")
    return source, colleague


def write_filling(seen: Seen, typed: Mapping[int, Typed]) -> str:
    """What was previewed, for the form that confirms it; `read_filling` reads it."""
    return ",".join(
        f"{entry}:{version}:{':'.join(map(_written, astuple(typed[entry])))}"
        for entry, version in seen.items()
    )


def _written(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes}"


def read_filling(post: QueryDict) -> tuple[Seen, dict[int, Typed]]:
    """Which entries were seen in which version, and what each is to become."""
    parts = [part for part in post.get("uren", "").split(",") if part]
    found = [_FILLED.fullmatch(part) for part in parts]
    if not parts or len(parts) > MOST_AT_ONCE or not all(found):
        raise Refusal(say("Dit is niet te lezen. Laad de pagina opnieuw."))
    seen, typed = {}, {}
    for match in filter(None, found):
        entry, version, *minutes = match.groups()
        hours = [int(text) if text else None for text in minutes]
        if any(one is not None and one > _LAST_MINUTE for one in hours):
            raise Refusal(say("Dit is niet te lezen. Laad de pagina opnieuw."))
        seen[int(entry)] = int(version)
        typed[int(entry)] = Typed(*hours)
    return seen, typed
