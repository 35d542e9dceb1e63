"""Taking in what an agency sends, and handing over what was approved."""

from werkbrief.exchange.actions.delivering import deliver_due, retry
from werkbrief.exchange.actions.exporting import export
from werkbrief.exchange.actions.importing import import_planning
from werkbrief.exchange.actions.outcome import Outcome
from werkbrief.exchange.actions.receiving import keep_layout, keep_receiver

__all__ = [
    "Outcome",
    "deliver_due",
    "export",
    "import_planning",
    "keep_layout",
    "keep_receiver",
    "retry",
]
