"""Another process on the tests' own database, to be killed without mercy."""

import os
import subprocess
import sys

from django.db import connection


def elsewhere(code, folder):
    """Run this code in a process of its own; tests that call this commit for real."""
    at = address()
    connection.close()
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "WERKBRIEF_DATABASE_URL": at,
            "WERKBRIEF_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        check=False,
        capture_output=True,
        timeout=300,
    )


def address():
    """Where the tests' own database is, for another process."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    server = f"{settings['HOST'] or ''}:{settings['PORT'] or ''}".replace("/", "%2F")
    who = f"{settings['USER']}:{settings['PASSWORD']}".rstrip(":")
    return f"postgres://{who}@{server.rstrip(':')}/{settings['NAME']}"
