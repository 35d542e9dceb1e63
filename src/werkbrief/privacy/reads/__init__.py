"""What is kept about somebody, until when, and of whom the term is over."""

from werkbrief.privacy.reads.about import letters_to, lines_of, rows_of
from werkbrief.privacy.reads.needles import Needles, named, needles_of
from werkbrief.privacy.reads.terms import (
    accounts_closed,
    erasure_shown,
    is_placed,
    kept_until,
    retention_of,
    workers_over,
)

__all__ = [
    "Needles",
    "accounts_closed",
    "erasure_shown",
    "is_placed",
    "kept_until",
    "letters_to",
    "lines_of",
    "named",
    "needles_of",
    "retention_of",
    "rows_of",
    "workers_over",
]
