"""Taking in what an agency sends, and handing over what was approved."""

from werkbrief.exchange.actions.background import (
    JOBS,
    ask_import,
    ask_payroll,
    ask_undo,
    is_long_work,
)
from werkbrief.exchange.actions.clocking import HoursOutcome, import_hours
from werkbrief.exchange.actions.comparing import KIND as COMPARISON
from werkbrief.exchange.actions.comparing import Question, ask_comparison
from werkbrief.exchange.actions.delivering import deliver_due, retry
from werkbrief.exchange.actions.exporting import export
from werkbrief.exchange.actions.importing import import_planning
from werkbrief.exchange.actions.outcome import Outcome
from werkbrief.exchange.actions.receiving import keep_layout, keep_receiver
from werkbrief.exchange.actions.supplying import supply, withdraw_supplied
from werkbrief.exchange.actions.telling import listen, replay, stop_listening, tell_due
from werkbrief.exchange.actions.tokens import (
    TokenWish,
    digest_of,
    issue_token,
    revoke_token,
    rotate_token,
)
from werkbrief.exchange.actions.undoing import undo_import

__all__ = [
    "COMPARISON",
    "JOBS",
    "HoursOutcome",
    "Outcome",
    "Question",
    "TokenWish",
    "ask_comparison",
    "ask_import",
    "ask_payroll",
    "ask_undo",
    "deliver_due",
    "digest_of",
    "export",
    "import_hours",
    "import_planning",
    "is_long_work",
    "issue_token",
    "keep_layout",
    "keep_receiver",
    "listen",
    "replay",
    "retry",
    "revoke_token",
    "rotate_token",
    "stop_listening",
    "supply",
    "tell_due",
    "undo_import",
    "withdraw_supplied",
]
