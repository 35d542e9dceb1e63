"""Keeping what was passed on: one file that holds all of it, and back again."""

from werkbrief.config.keeping.archive import Spoiled, pack, unpack

__all__ = ["Spoiled", "pack", "unpack"]
