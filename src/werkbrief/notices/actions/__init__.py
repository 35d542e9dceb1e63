"""What goes out by itself, and what a person sends by one click."""

from werkbrief.notices.actions.answering import tell_answered
from werkbrief.notices.actions.inviting import tell_employed, tell_invited
from werkbrief.notices.actions.posting import post_due
from werkbrief.notices.actions.reminding import remind, remind_due
from werkbrief.notices.actions.telling import send_link, tell_workers
from werkbrief.notices.actions.warning import warn_coaches_due

__all__ = [
    "post_due",
    "remind",
    "remind_due",
    "send_link",
    "tell_answered",
    "tell_employed",
    "tell_invited",
    "tell_workers",
    "warn_coaches_due",
]
