"""Rows asked and written in the fewest steps, for what every request does."""

from werkbrief.rows.estimates import count_anew
from werkbrief.rows.kept import kept
from werkbrief.rows.whole import columns, whole
from werkbrief.rows.writing import insert, insert_one, make, replace

__all__ = [
    "columns",
    "count_anew",
    "insert",
    "insert_one",
    "kept",
    "make",
    "replace",
    "whole",
]
