"""Mail that should have been gone by now."""

from datetime import datetime, timedelta

from django.db.models import Q

from werkbrief.notices.models import Letter

WAITS, REMEMBERED = timedelta(hours=1), timedelta(days=7)


def stuck_letters(at: datetime) -> int:
    """Waiting longer than an hour, or given up in the last week; of all agencies."""
    waiting = Q(sent_at=None, given_up_at=None, queued_at__lt=at - WAITS)
    given_up = Q(given_up_at__gt=at - REMEMBERED)
    return Letter.objects.filter(waiting | given_up).count()
