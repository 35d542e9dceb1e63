"""Worked time in, paid lines and their reasons out."""

from ontrafelaar.checking import counted_since, load_file
from ontrafelaar.comparing import Comparison, Difference
from ontrafelaar.library import load, packs
from ontrafelaar.normalising import untimed
from ontrafelaar.notation import read_convention, read_facts, read_shifts
from ontrafelaar.outcome import Outcome, explain
from ontrafelaar.overrides import ByHand, Override
from ontrafelaar.pack import Pack, PackError
from ontrafelaar.reading import read_pack
from ontrafelaar.shifts import Convention, Facts, Shift
from ontrafelaar.unraveling import unravel
from ontrafelaar.values import Amount, Flag, Line, Segment
from ontrafelaar.working_time import Finding, Severity, findings

__all__ = [
    "Amount",
    "ByHand",
    "Comparison",
    "Convention",
    "Difference",
    "Facts",
    "Finding",
    "Flag",
    "Line",
    "Outcome",
    "Override",
    "Pack",
    "PackError",
    "Segment",
    "Severity",
    "Shift",
    "counted_since",
    "explain",
    "findings",
    "load",
    "load_file",
    "packs",
    "read_convention",
    "read_facts",
    "read_pack",
    "read_shifts",
    "unravel",
    "untimed",
]
