"""How far a job is, beside the database: SQLite has one writer, and that is the job.

What an open transaction writes nobody sees, and nobody else may write meanwhile. With
SQLite everybody is on one machine, so a small file next to the database tells it.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import connection


def put(job: int, told: dict[str, Any]) -> None:
    """Whole or not at all: who reads meanwhile sees the one before."""
    file = _file(job)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(told))
    fresh.replace(file)


def look(job: int) -> dict[str, Any]:
    """What was told last; nothing when nothing was told here."""
    with suppress(FileNotFoundError):
        told: dict[str, Any] = json.loads(_file(job).read_text())
        return told
    return {}


def clear(job: int) -> None:
    _file(job).unlink(missing_ok=True)


def _file(job: int) -> Path:
    return Path(f"{connection.settings_dict['NAME']}-job-{job}.json")
