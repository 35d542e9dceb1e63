"""What goes out by itself, and what a person sends by one click."""

from werkbrief.notices.actions.answering import tell_answered
from werkbrief.notices.actions.inviting import tell_employed, tell_invited
from werkbrief.notices.actions.posting import post_due
from werkbrief.notices.actions.reminding import remind, remind_due
from werkbrief.notices.actions.securing import tell_reset, tell_step
from werkbrief.notices.actions.setting import (
    Wish,
    moments_told,
    set_moments,
    set_reminders,
    told_of,
)
from werkbrief.notices.actions.substituting import (
    tell_substitute,
    tell_substitute_over,
)
from werkbrief.notices.actions.telling import send_link, tell_workers
from werkbrief.notices.actions.warning import warn_coaches_due

__all__ = [
    "Wish",
    "moments_told",
    "post_due",
    "remind",
    "remind_due",
    "send_link",
    "set_moments",
    "set_reminders",
    "tell_answered",
    "tell_employed",
    "tell_invited",
    "tell_reset",
    "tell_step",
    "tell_substitute",
    "tell_substitute_over",
    "tell_workers",
    "told_of",
    "warn_coaches_due",
]
