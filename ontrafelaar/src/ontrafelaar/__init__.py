"""Worked time in, paid lines and their reasons out."""

from ontrafelaar.engine import unravel
from ontrafelaar.explaining import explain
from ontrafelaar.library import load, packs
from ontrafelaar.notation import read_convention, read_facts, read_shifts
from ontrafelaar.outcome import Flag, Line, Outcome, Segment
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.shifts import Convention, Facts, Shift

__all__ = [
    "Convention",
    "Facts",
    "Flag",
    "Line",
    "Outcome",
    "Pack",
    "PackError",
    "Segment",
    "Shift",
    "explain",
    "load",
    "packs",
    "read_convention",
    "read_facts",
    "read_shifts",
    "unravel",
]
