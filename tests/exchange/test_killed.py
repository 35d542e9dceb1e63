"""A process that dies in the middle of an import leaves nothing behind."""

import signal

import pytest

from tests.exchange.files import csv, everything, many
from tests.processes import elsewhere
from werkbrief.planning.models import Shift

DIES = """
import os, signal, django
django.setup()
from django.core.management import call_command
from werkbrief.exchange.actions import importing
importing.prepare = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
call_command("import", "planning", {file!r})
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_nothing_and_can_be_done_again(agency, tmp_path, take):
    content = csv(*many(40))
    file = tmp_path / "planning.csv"
    file.write_bytes(content)
    before = everything()
    died = elsewhere(DIES.format(file=str(file)), tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert everything() == before
    assert take(content).created == 200
    assert Shift.objects.count() == 200
