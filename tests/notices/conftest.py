"""A Monday morning: Anna can be mailed, and hours of last week are open."""

from datetime import UTC, datetime

import pytest

from tests.cast import entry, placed
from werkbrief.notices.models import ReminderMoment

MONDAY_NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 9:00 in Amsterdam
TUESDAY_ONE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # 13:00, the deadline


@pytest.fixture
def anna(cast):
    cast.anna.email = "anna@anker.nl"
    cast.anna.save()
    return cast.anna


@pytest.fixture
def open_hours(cast):
    return entry(placed(cast.anker))


@pytest.fixture
def monday_nine(cast):
    return ReminderMoment.objects.create(agency=cast.agency, weekday=0, minutes=540)
