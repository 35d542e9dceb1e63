"""Looking back: what happened to one thing, what was done since, and what was when."""

from werkbrief.journal.reads.hearing import (
    OVERLAP,
    Unheard,
    deeds_on,
    has_happened,
    unheard,
)
from werkbrief.journal.reads.history import (
    PAGE,
    Found,
    Happening,
    Sought,
    as_of,
    histories,
    history,
    newest_moment,
    search,
)

__all__ = [
    "OVERLAP",
    "PAGE",
    "Found",
    "Happening",
    "Sought",
    "Unheard",
    "as_of",
    "deeds_on",
    "has_happened",
    "histories",
    "history",
    "newest_moment",
    "search",
    "unheard",
]
