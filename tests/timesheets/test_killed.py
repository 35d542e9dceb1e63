"""A process that dies in the middle of 1,000 approvals leaves none, or all."""

import signal

import pytest

from tests.cast import crowd
from tests.exchange.files import everything
from tests.processes import elsewhere
from werkbrief.timesheets.models import Decision

APPROVES = """
import os, signal, django
django.setup()
from django.utils import timezone
from werkbrief.accounts.models import User
from werkbrief.timesheets.actions import approve, judging
from werkbrief.timesheets.models import TimeEntry

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

if {early}:
    judging.record = die
entries = TimeEntry.objects.all()
seen = dict(entries.values_list("pk", "version"))
assert len(seen) == 1000
approve(entries, seen, by=User.objects.get(username="anna"), at=timezone.now())
die()
"""


@pytest.mark.django_db(transaction=True)
def test_killed_before_the_end_leaves_none_and_can_be_done_again(cast, anna, tmp_path):
    entries = crowd(cast.anker, 200)
    before = everything()
    died = elsewhere(APPROVES.format(early=True), tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert everything() == before
    anna.approve(*entries)
    assert Decision.objects.count() == 1000


@pytest.mark.django_db(transaction=True)
def test_killed_after_the_end_leaves_all(cast, tmp_path):
    crowd(cast.anker, 200)
    died = elsewhere(APPROVES.format(early=False), tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert Decision.objects.filter(verdict="approved", by=cast.anna).count() == 1000
    assert cast.anker.time_entries.filter(version=2).count() == 1000
