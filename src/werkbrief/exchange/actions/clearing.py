"""Clearing away what an import made and nothing else speaks of."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model

AT_ONCE = 10_000


def clear(
    model: type[Model], ids: Iterable[int], *, but_for: tuple[type[Model], ...] = ()
) -> set[int]:
    """Delete those of these that nothing refers to; which they were.

    `but_for` are rows that go along: parts of the thing itself.
    """
    gone: set[int] = set()
    for some in _some(sorted(ids)):
        free = set(some) - _spoken_of(model, some, but_for)
        rows: Any = model._base_manager  # noqa: SLF001  (Django's documented door)
        for few in _some(sorted(free)):
            there = set(rows.filter(pk__in=few).values_list("pk", flat=True))
            rows.filter(pk__in=few).delete()
            gone |= there
    return gone


def _spoken_of(
    model: type[Model], ids: list[int], but_for: tuple[type[Model], ...]
) -> set[int]:
    """Those that a row of any other table points at: one statement a table."""
    found: set[int] = set()
    for relation in model._meta.related_objects:  # noqa: SLF001
        other: Any = relation.related_model
        if other in but_for:
            continue
        name = relation.field.name
        rows = other._base_manager.filter(**{f"{name}__in": ids})  # noqa: SLF001
        found |= set(rows.values_list(name, flat=True))
    return found


def _some(ids: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(ids), AT_ONCE):
        yield ids[first : first + AT_ONCE]
