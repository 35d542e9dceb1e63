"""Telling each Job Coach which clients are late: one mail a week for all of them."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.notices.actions.queueing import Draft, queue
from werkbrief.notices.reads import Waiting, coaches_of, portal_address, waiting_clients
from werkbrief.staffing.models import Agency
from werkbrief.staffing.reads import agency_deadline, coaches_by_client
from werkbrief.words.weeks import Week

FRESH = timedelta(hours=24)


def warn_coaches_due(*, at: datetime) -> int:
    """After the agency's deadline: who still has open hours, to their Job Coaches."""
    week = Week.of(timezone.localdate(at)).previous
    return sum(
        _warn(agency, week, at)
        for agency in Agency.objects.all()
        if timedelta() <= at - agency_deadline(agency, week) < FRESH
    )


def _warn(agency: Agency, week: Week, at: datetime) -> int:
    late = [
        one
        for one in waiting_clients(agency, week, at)
        if one.is_late and one.setting.escalates
    ]
    if not late:
        return 0
    coaches = coaches_by_client(agency, timezone.localdate(at))
    everybody = coaches_of(agency)
    told: dict[User, list[Waiting]] = defaultdict(list)
    for one in late:
        # A client of nobody is everybody's.
        mine = [coach.user for coach in coaches.get(one.client.pk, ())]
        for user in dict.fromkeys(user for user in mine or everybody if user.email):
            told[user].append(one)
    drafts = [
        Draft(
            key=f"late:{agency.pk}:{week}:{user.pk}",
            kind="late",
            to=user.email,
            language=getattr(user, "language", "") or "nl",
            words={
                "name": user.name,
                "week": week,
                "late": own,
                "url": portal_address("office", of=agency),
            },
        )
        for user, own in told.items()
    ]
    return queue(agency, drafts, at=at)
