"""The bench's own PostgreSQL, taken down and put up again while others use it."""

import os
import signal
import subprocess
from pathlib import Path

from django.db import connection

from make.cluster import control


def folder() -> Path:
    """Its socket, its log and its data stand in one folder."""
    return Path(str(connection.settings_dict["HOST"]))


def kill() -> None:
    """kill -9 of the parent of all its processes; the others see it and end."""
    lines = (folder() / "data/postmaster.pid").read_text().splitlines()
    connection.close()
    os.kill(int(lines[0]), signal.SIGKILL)


def stop() -> None:
    connection.close()
    subprocess.check_call(control(folder(), "-m", "immediate", "stop"), **QUIET)


def start() -> None:
    """Also after a kill: what was written down is read back first."""
    log = ["-l", folder() / "log"]
    # Processes of the one that was killed may still be leaving.
    for _ in range(20):
        if not subprocess.call(control(folder(), *log, "start"), **QUIET):
            return
    raise SystemExit((folder() / "log").read_text()[-2000:])


QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
