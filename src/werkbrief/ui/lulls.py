"""The database is away, full or held up: what is said then, and when to come back."""

from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# How the two databases say, each in their own words, that the disk is full, and that
# somebody else holds what was asked for.
FULL = ("disk is full", "no space left", "could not extend", "disk i/o error")
TAKEN = ("is locked", "lock timeout", "statement timeout", "deadlock")


@dataclass(frozen=True, slots=True)
class Lull:
    """Why nothing can be asked or kept for a while, and in how many seconds again."""

    sentence: str | Promise
    seconds: int


AWAY = Lull(
    _(
        "De database is even niet te bereiken. Er is niets opgeslagen; wat je invulde "
        "staat er nog. Probeer het over een halve minuut opnieuw, of bel het "
        "uitzendbureau."
    ),
    30,
)
NO_ROOM = Lull(
    _(
        "Er is geen ruimte meer om iets te bewaren. Er is niets opgeslagen. Bel het "
        "uitzendbureau: zij kunnen ruimte maken."
    ),
    300,
)
BUSY = Lull(
    _(
        "Iemand anders is hier nu mee bezig en dat duurt te lang. Er is niets "
        "opgeslagen; wat je invulde staat er nog. Probeer het zo opnieuw."
    ),
    5,
)


def lull_of(trouble: BaseException | None) -> Lull | None:
    """What of the database this trouble is; None when the mistake is ours.

    >>> lull_of(OperationalError("database or disk is full")).seconds
    300
    >>> lull_of(OperationalError("server closed the connection")).seconds
    30
    >>> lull_of(ZeroDivisionError())
    """
    if not isinstance(trouble, OperationalError | InterfaceError):
        return None
    said = str(trouble).lower()
    if any(words in said for words in FULL):
        return NO_ROOM
    return BUSY if any(words in said for words in TAKEN) else AWAY
