"""Where sessions are kept: Django's own table, asked with a kept question."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from werkbrief.rows import columns, kept, whole


class SessionStore(db.SessionStore):
    """As Django's, but for the reading at every request."""

    def _get_session_from_db(self) -> Session | None:
        rows = _session(self.session_key or "", timezone.now())
        if not rows:
            self._session_key = None
            return None
        return whole(Session, rows[0])


@kept
def _session(key: str, now: datetime) -> QuerySet[Session, tuple[Any, ...]]:
    sessions = Session.objects.filter(session_key=key, expire_date__gt=now)
    return sessions.values_list(*columns(Session))
