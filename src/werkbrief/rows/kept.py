"""Questions that are asked at every request: Django writes their SQL only once.

Writing the SQL of one question takes Django 0.2 to 0.5 ms, several times what the
database needs to find the rows of one worker. A kept question is written with
stand-ins for its values; later only the values go along.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from itertools import count
from threading import local
from typing import Any, TypeVar, TypeVarTuple, cast

from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import ValuesListIterable

Values = TypeVarTuple("Values")
Row = TypeVar("Row")
# Of a list each length is a question of its own: longer ones are asked as always.
FEW = 8


class NotToBeKept(TypeError):  # noqa: N818  (it states a fact)
    """A question that changes its values, or its shape with them: ask it as always."""


def kept(
    write: Callable[[*Values], QuerySet[Any, Row]],
) -> Callable[[*Values], list[Row]]:
    """Ask what `write` writes: a `values_list` of its arguments, used as they come.

    Whole numbers, texts and moments are values; a tuple of them is a list to look in.
    None, True and False shape the question. Raises NotToBeKept, at the first asking.
    """
    # Per thread, as connections are: what a question keeps is of its connection.
    mine = local()

    @wraps(write)
    def ask(*values: *Values) -> list[Row]:
        if any(
            isinstance(value, tuple) and not 0 < len(value) <= FEW for value in values
        ):
            return list(write(*values))
        written = cast("dict[Hashable, _Question]", mine.__dict__)
        shape = (connection.vendor, *map(_shape, values))
        question = written.get(shape)
        if question is None:
            question = written[shape] = _written(write, values)
        return cast("list[Row]", question.ask(list(_flat(values))))

    return ask


@dataclass(frozen=True, slots=True)
class _Question:
    """`holes`: per parameter which value goes there, or None for what always does."""

    sql: str
    parameters: tuple[Any, ...]
    holes: tuple[int | None, ...]
    compiler: Any
    converters: dict[int, Any]

    def ask(self, values: Sequence[Any]) -> list[Any]:
        filled = [
            always if hole is None else _adapted(values[hole])
            for always, hole in zip(self.parameters, self.holes, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled)
            if not self.converters:
                return list(cursor.fetchall())
            return [
                *map(tuple, self.compiler.apply_converters(cursor, self.converters))
            ]


def _written(
    write: Callable[..., QuerySet[Any, Any]], values: Sequence[Any]
) -> _Question:
    """Write it twice, with other stand-ins: what differs is a hole, and no more."""
    (one, first), (two, second) = (_compiled(write, values, turn) for turn in (0, 1))
    sql, parameters = one.as_sql()
    again, others = two.as_sql()
    if sql != again or len(parameters) != len(others):
        raise NotToBeKept(write.__qualname__)
    holes = []
    for here, there in zip(parameters, others, strict=True):
        hole = first.get(here) if isinstance(here, Hashable) else None
        if hole != (second.get(there) if isinstance(there, Hashable) else None):
            raise NotToBeKept(write.__qualname__)
        if hole is None and here != there:
            raise NotToBeKept(write.__qualname__)
        holes.append(hole)
    selected = [column for column, *_ in one.select[: one.col_count]]
    return _Question(
        sql, tuple(parameters), tuple(holes), one, one.get_converters(selected)
    )


def _compiled(
    write: Callable[..., QuerySet[Any, Any]], values: Sequence[Any], turn: int
) -> tuple[Any, dict[Any, int]]:
    number = count()
    holes: dict[Any, int] = {}

    def stand_in(value: Any) -> Any:  # noqa: ANN401  (any value that can be asked for)
        if isinstance(value, tuple):
            return tuple(map(stand_in, value))
        if type(value) not in STAND_INS:
            return value
        place = next(number)
        there = STAND_INS[type(value)](place, turn)
        holes[_adapted(there)] = place
        return there

    queryset = write(*map(stand_in, values))
    kind = queryset._iterable_class  # noqa: SLF001  (no documented door tells)
    if kind is not ValuesListIterable:
        raise NotToBeKept(write.__qualname__)
    return queryset.query.get_compiler(connection=connection), holes


# In range of every whole number and day that a table here holds, and never real.
STAND_INS: dict[type, Callable[[int, int], Any]] = {
    int: lambda place, turn: 2_000_000_000 + 1_000_000 * turn + 1_000 * place,
    str: lambda place, turn: f"\x1f{turn}.{place}",
    date: lambda place, turn: date(9000 + turn, 1, 1 + place),
    datetime: lambda place, turn: datetime(9000 + turn, 1, 1 + place, tzinfo=UTC),
}


def _shape(value: Any) -> Hashable:  # noqa: ANN401
    if isinstance(value, tuple):
        return tuple(map(_shape, value))
    return cast("Hashable", type(value) if type(value) in STAND_INS else value)


def _flat(values: Sequence[Any]) -> Iterator[Any]:
    """Every value that has a hole, in their order."""
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        elif type(value) in STAND_INS:
            yield value


def _adapted(value: Any) -> Any:  # noqa: ANN401
    """As this database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
