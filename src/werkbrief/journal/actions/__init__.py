"""Writing down what happened, in the transaction of the change itself."""

from werkbrief.journal.actions.recording import Deed, Snapshot, Trace, record
from werkbrief.journal.actions.rows import insert

__all__ = ["Deed", "Snapshot", "Trace", "insert", "record"]
