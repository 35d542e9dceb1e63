"""Ways to bring a message to a receiver, and what it answers."""

from werkbrief.exchange.transports.answers import Answer, Verdict
from werkbrief.exchange.transports.lines import connected
from werkbrief.exchange.transports.reaching import (
    OutOfBounds,
    refuse_own_net,
)

__all__ = [
    "Answer",
    "OutOfBounds",
    "Verdict",
    "connected",
    "refuse_own_net",
]
