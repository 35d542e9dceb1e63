"""Messages of the sector's standard, SETU 2.0: only what a planning needs of them."""

from werkbrief.exchange.setu.reading import read_messages

__all__ = ["read_messages"]
