"""Signs of life that the doctor and the watch read: the background's, the backup's.

They stand where failed sign-ins are counted, so that every machine sees them.
"""

from datetime import datetime

from django.core.cache import cache

ROUND, BACKUP = "sign:round", "sign:backup"


def beat(*, at: datetime) -> None:
    """The background went round."""
    cache.set(ROUND, at, timeout=None)


def note_backup(*, at: datetime) -> None:
    cache.set(BACKUP, at, timeout=None)


def last(sign: str) -> datetime | None:
    found = cache.get(sign)
    return found if isinstance(found, datetime) else None
