"""Lists come in pages; the cursor says where the next one begins."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from werkbrief.api.problems import Problem
from werkbrief.words.clock import local
from werkbrief.words.weeks import Week

M = TypeVar("M", bound=Model)
MOST = 200


def page(
    rows: QuerySet[M], cursor: str, limit: int, shown: Callable[[M], dict[str, Any]]
) -> dict[str, Any]:
    """By id, so that what is added meanwhile shifts nothing: one statement."""
    after = _read(cursor) if cursor else 0
    found: Sequence[M] = list(rows.filter(pk__gt=after).order_by("pk")[: limit + 1])
    more = _written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [shown(row) for row in found[:limit]], "next": more}


def week_of(text: str) -> Week:
    try:
        return Week.parse(text)
    except ValueError as broken:
        raise Problem(404, "Deze week bestaat niet. Schrijf als 2026-W47.") from broken


def moment(minute: int) -> datetime:
    return local(minute)


def _written(pk: int) -> str:
    return urlsafe_b64encode(str(pk).encode()).decode()


def _read(cursor: str) -> int:
    try:
        pk = int(urlsafe_b64decode(cursor.encode()).decode("ascii"))
    except (ValueError, UnicodeError) as broken:
        raise Problem(400, "Deze cursor is onbekend. Begin zonder cursor.") from broken
    if not 0 <= pk < 2**63:
        raise Problem(400, "Deze cursor is onbekend. Begin zonder cursor.")
    return pk
