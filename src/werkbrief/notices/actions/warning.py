"""Telling the Job Coach which clients are late: one mail a week, not one per client."""

from datetime import datetime, timedelta

from django.utils import timezone

from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.reads import coaches_of, portal_address, waiting_clients
from werkbrief.staffing.models import Agency
from werkbrief.staffing.reads import agency_deadline
from werkbrief.words.weeks import Week

FRESH = timedelta(hours=24)


def warn_coaches_due(*, at: datetime) -> int:
    """After the agency's deadline: who still has open hours, to every Job Coach."""
    week = Week.of(timezone.localdate(at)).previous
    return sum(
        _warn(agency, week, at)
        for agency in Agency.objects.all()
        if timedelta() <= at - agency_deadline(agency, week) < FRESH
    )


def _warn(agency: Agency, week: Week, at: datetime) -> int:
    late = [one for one in waiting_clients(agency, week, at) if one.is_late]
    if not late:
        return 0
    drafts = [
        Draft(
            key=f"late:{agency.pk}:{week}:{user.pk}",
            kind="late",
            to=user.email,
            language=getattr(user, "language", "") or "nl",
            words={
                "name": user.name,
                "week": week,
                "late": late,
                "url": portal_address("office", of=agency),
            },
        )
        for user in coaches_of(agency)
    ]
    return queue(agency, drafts, at=at)
