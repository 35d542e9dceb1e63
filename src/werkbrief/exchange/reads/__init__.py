"""What importing and exporting look up."""

from werkbrief.exchange.reads.board import (
    Preview,
    cards_of_batch,
    preview_of,
    readiness,
    receivers_board,
)
from werkbrief.exchange.reads.drafts import drafts_of
from werkbrief.exchange.reads.notes import Notes, notes_of
from werkbrief.exchange.reads.register import PARTS, Register, register

__all__ = [
    "PARTS",
    "Notes",
    "Preview",
    "Register",
    "cards_of_batch",
    "drafts_of",
    "notes_of",
    "preview_of",
    "readiness",
    "receivers_board",
    "register",
]
