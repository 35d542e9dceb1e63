"""A process that dies in the middle of an import leaves nothing behind."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connection

from tests.exchange.files import csv, everything, many
from werkbrief.planning.models import Shift

DIES = """
import os, signal, django
django.setup()
from django.core.management import call_command
from werkbrief.exchange.actions import importing
importing.prepare = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
call_command("import", "planning", {file!r})
"""


def address():
    """Where the tests' own database is, for another process."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    server = f"{settings['HOST'] or ''}:{settings['PORT'] or ''}".replace("/", "%2F")
    who = f"{settings['USER']}:{settings['PASSWORD']}".rstrip(":")
    return f"postgres://{who}@{server.rstrip(':')}/{settings['NAME']}"


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_nothing_and_can_be_done_again(agency, tmp_path, take):
    content = csv(*many(40))
    file = tmp_path / "planning.csv"
    file.write_bytes(content)
    before = everything()
    connection.close()
    died = subprocess.run(
        [sys.executable, "-c", DIES.format(file=str(file))],
        env={
            **os.environ,
            "WERKBRIEF_DATABASE_URL": address(),
            "WERKBRIEF_VAR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert everything() == before
    assert take(content).created == 200
    assert Shift.objects.count() == 200
