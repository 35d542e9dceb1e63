"""libical, with which Evolution and KOrganizer read a calendar, where it is installed.

On Debian: `apt install libical3`. Elsewhere, name the file in LIBICAL.
"""

import ctypes
import os
from ctypes.util import find_library

import pytest

WHERE = os.environ.get("LIBICAL") or find_library("ical")
VEVENT = 4


class _Span(ctypes.Structure):
    _fields_ = (
        ("start", ctypes.c_long),
        ("end", ctypes.c_long),
        ("is_busy", ctypes.c_int),
    )


def taken_in(content):
    """(summary, start, end) of each event, in seconds; skips where it isn't."""
    if not WHERE:
        pytest.skip("libical staat hier niet: apt install libical3")
    library = ctypes.CDLL(WHERE)
    library.icalparser_parse_string.restype = ctypes.c_void_p
    calendar = ctypes.c_void_p(library.icalparser_parse_string(content))
    assert calendar, "libical cannot read it"
    assert library.icalcomponent_count_errors(calendar) == 0
    assert library.icalrestriction_check(calendar) == 1
    return list(_events(library, calendar))


def _events(library, calendar):
    library.icalcomponent_get_summary.restype = ctypes.c_char_p
    library.icalcomponent_get_span.restype = _Span
    walk = [library.icalcomponent_get_first_component]
    walk += [library.icalcomponent_get_next_component]
    for step in walk:
        step.restype = ctypes.c_void_p
    event = walk[0](calendar, VEVENT)
    while event:
        event = ctypes.c_void_p(event)
        summary = library.icalcomponent_get_summary(event).decode()
        span = library.icalcomponent_get_span(event)
        yield summary, span.start, span.end
        event = walk[1](calendar, VEVENT)
