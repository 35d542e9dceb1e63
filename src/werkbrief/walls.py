"""Whose rows this thread may reach: the second wall, which PostgreSQL itself holds up.

The first is the scope in every question (`request.client.time_entries`). Behind it each
table refuses what is not of the agency that was named here, also to a question that
forgot its scope. SQLite has no such wall, and nothing here does anything there.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import local
from typing import TypeVar

Piece = TypeVar("Piece")
EVERYWHERE, NOWHERE = 0, -1


class _Usual:
    """Where a thread stands that nobody placed: commands stand everywhere."""

    agency = EVERYWHERE


class _Mine(local):
    agency: int | None = None


_mine = _Mine()


def standing() -> int:
    """The agency whose rows may be reached now; EVERYWHERE or NOWHERE."""
    return _Usual.agency if _mine.agency is None else _mine.agency


def close_the_rest() -> None:
    """From now on whoever was not placed reaches nothing: in a web process."""
    _Usual.agency = NOWHERE


def stay_within(agency: int) -> None:
    """From here to the end of the block or request: this agency's, and no other's."""
    _mine.agency = agency


@contextmanager
def within(agency: int) -> Iterator[None]:
    """Inside: this agency's rows. Whoever works for one says so."""
    before, _mine.agency = _mine.agency, agency
    try:
        yield
    finally:
        _mine.agency = before


@contextmanager
def everywhere() -> Iterator[None]:
    """Inside: of every agency. Only for who it is, and what belongs to all of them."""
    with within(EVERYWHERE):
        yield


def carried_on(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, each made where we stand now: a stream outlives its request."""
    return _made_within(standing(), iter(pieces))


def _made_within(agency: int, rest: Iterator[Piece]) -> Iterator[Piece]:
    while True:
        with within(agency):
            try:
                piece = next(rest)
            except StopIteration:
                return
        yield piece
