"""Writing down what happened, in the transaction of the change itself."""

from werkbrief.journal.actions.forgetting import MARK, wipe_changes, wipe_reasons
from werkbrief.journal.actions.recording import Deed, Snapshot, Trace, record

__all__ = [
    "MARK",
    "Deed",
    "Snapshot",
    "Trace",
    "record",
    "wipe_changes",
    "wipe_reasons",
]
