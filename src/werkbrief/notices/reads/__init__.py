"""Who is to be told what."""

from werkbrief.notices.reads.addresses import portal_address
from werkbrief.notices.reads.coming import next_moment
from werkbrief.notices.reads.shifts import Told, coming_shifts
from werkbrief.notices.reads.standing_in import (
    Recipient,
    recipient_of,
    recipients_among,
)
from werkbrief.notices.reads.stuck import stuck_letters
from werkbrief.notices.reads.waiting import (
    Waiting,
    coaches_of,
    moments_of,
    waiting_clients,
)

__all__ = [
    "Recipient",
    "Told",
    "Waiting",
    "coaches_of",
    "coming_shifts",
    "moments_of",
    "next_moment",
    "portal_address",
    "recipient_of",
    "recipients_among",
    "stuck_letters",
    "waiting_clients",
]
