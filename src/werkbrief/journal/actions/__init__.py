"""Writing down what happened, in the transaction of the change itself."""

from werkbrief.journal.actions.recording import Deed, Snapshot, Trace, record

__all__ = ["Deed", "Snapshot", "Trace", "record"]
