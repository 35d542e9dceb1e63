"""Ways to bring a message to a receiver, and what it answers."""

from werkbrief.exchange.transports.answers import Answer, Verdict
from werkbrief.exchange.transports.lines import connected

__all__ = ["Answer", "Verdict", "connected"]
