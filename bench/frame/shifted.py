"""The portal with a clock that somebody turned: by what stands in a file, at once.

Every clock that the house reads is turned: Django's `now` and the seconds since 1970.
"""

import os
import time
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

from django.utils import timezone

_FILE = Path(os.environ["WERKBRIEF_BENCH_CLOCK"])
_now, _time = timezone.now, time.time


def _gap() -> float:
    text = _FILE.read_text()
    return float(text or 0)


def _turned() -> datetime:
    return _now() + timedelta(seconds=_gap())


timezone.now = _turned
time.time = lambda: _time() + _gap()


def __getattr__(name: str) -> object:
    """The application, for the web server only: it brings all of Django along."""
    if name != "application":
        raise AttributeError(name)
    return import_module("werkbrief.config.wsgi").application
