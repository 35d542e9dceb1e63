"""What importing and exporting look up."""

from werkbrief.exchange.reads.notes import Notes, notes_of
from werkbrief.exchange.reads.register import PARTS, Register, register

__all__ = ["PARTS", "Notes", "Register", "notes_of", "register"]
