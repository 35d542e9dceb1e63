"""Taking in what an agency sends."""

from werkbrief.exchange.actions.importing import import_planning
from werkbrief.exchange.actions.outcome import Outcome

__all__ = ["Outcome", "import_planning"]
