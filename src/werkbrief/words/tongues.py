"""The language of whoever is reading: its names of days, its marks, its sentences.

The sentences stand in catalogues that these words know nothing about: the house lends
its translator once, at start.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language: Monday first, January first, months as they stand after a day.

    `thousands` and `decimals` are its marks in a number: "1.402,50". There is one of
    each, so that it is a cheap part of a cache's key.
    """

    code: str
    weekdays: tuple[str, ...]
    long_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    long_months: tuple[str, ...]
    thousands: str
    decimals: str


DUTCH = Tongue(
    "nl",
    ("ma", "di", "wo", "do", "vr", "za", "zo"),
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    (
        *("jan", "feb", "mrt", "apr", "mei", "jun"),
        *("jul", "aug", "sep", "okt", "nov", "dec"),
    ),
    (
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    ".",
    ",",
)
ENGLISH = Tongue(
    "en",
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    ",",
    ".",
)
POLISH = Tongue(
    "pl",
    ("pn", "wt", "śr", "cz", "pt", "so", "nd"),
    ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    (
        *("sty", "lut", "mar", "kwi", "maj", "cze"),
        *("lip", "sie", "wrz", "paź", "lis", "gru"),
    ),
    (
        *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca"),
        *("sierpnia", "września", "października", "listopada", "grudnia"),
    ),
    "\N{NO-BREAK SPACE}",
    ",",
)
TONGUES = {tongue.code: tongue for tongue in (DUTCH, ENGLISH, POLISH)}

_SPOKEN: ContextVar[Tongue] = ContextVar("spoken", default=DUTCH)
_lent: dict[str, Callable[..., str]] = {}


def tongue() -> Tongue:
    """In which language we speak now."""
    return _SPOKEN.get()


def speak(code: str) -> None:
    """From here on, until the block around it ends; Dutch for a tongue unknown."""
    _SPOKEN.set(TONGUES.get(code, DUTCH))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    token = _SPOKEN.set(TONGUES.get(code, DUTCH))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def lend(one: Callable[[str], str], many: Callable[[str, str, int], str]) -> None:
    """Have `say` and `say_many` translate with these."""
    _lent.update(one=one, many=many)


def say(sentence: str, **parts: object) -> str:
    """A sentence in the reader's language, with its parts filled in.

    >>> say("Na %(day)s komt %(next)s.", day="maandag", next="dinsdag")
    'Na maandag komt dinsdag.'
    """
    found = _lent["one"](sentence) if _lent else sentence
    return found % parts if parts else found


def say_many(one: str, many: str, count: int, **parts: object) -> str:
    """As `say`, for one or for any other number, which is %(count)s.

    >>> [say_many("%(count)s uur", "%(count)s uren", n) for n in (1, 2)]
    ['1 uur', '2 uren']
    """
    choose = _lent.get("many", _dutch)
    found = choose(one, many, count)
    return found % {"count": count, **parts}


def _dutch(one: str, many: str, count: int) -> str:
    return one if count == 1 else many
