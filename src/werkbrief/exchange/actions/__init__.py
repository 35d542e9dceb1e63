"""Taking in what an agency sends, and handing over what was approved."""

from werkbrief.exchange.actions.delivering import deliver_due, retry
from werkbrief.exchange.actions.exporting import export
from werkbrief.exchange.actions.importing import import_planning
from werkbrief.exchange.actions.outcome import Outcome

__all__ = ["Outcome", "deliver_due", "export", "import_planning", "retry"]
