"""A throwaway PostgreSQL: `python -m make.cluster COMMAND…` runs it beside one."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from make.machine import postgres_binaries

# No fsync: what is thrown away needs no safety, and the tests go twice as fast.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "256MB",
}
# Nobody's superuser, as in production: the wall between agencies holds for it.
PORTAL = ["CREATE ROLE portal LOGIN CREATEDB", "CREATE DATABASE portal OWNER portal"]
SUPERUSER = "werkbrief"
FRESH = ["-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
OWNERS = ("postgres", "nobody")


@contextmanager
def postgres(**settings: str) -> Iterator[str]:
    """Give the database URL of a fresh cluster that lives as long as the block.

    `settings` go before our own: `fsync="on"` for who measures what is durable.
    """
    folder = Path(tempfile.mkdtemp(prefix="werkbrief-pg-"))
    become = _owner(folder)
    data = folder / "data"
    try:
        _quietly([*become, postgres_binaries() / "initdb", "-D", data, *FRESH])
        chosen = {**SETTINGS, **settings, "unix_socket_directories": str(folder)}
        with (data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in chosen.items())
        _quietly(control(folder, "-l", folder / "log", "start"))
        try:
            socket = str(folder).replace("/", "%2F")
            asked = [word for one in PORTAL for word in ("-c", one)]
            admit = ["psql", "-q", "-h", folder, "-U", SUPERUSER, "postgres", *asked]
            _quietly([*become, postgres_binaries() / admit[0], *admit[1:]])
            yield f"postgres://portal@{socket}/portal"
        finally:
            _quietly(control(folder, "-m", "immediate", "stop"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def control(folder: Path, *words: str | Path) -> list[str | Path]:
    """The words that start or stop the cluster of this folder."""
    tool = postgres_binaries() / "pg_ctl"
    return [*_owner(folder), tool, "-D", folder / "data", "-w", *words]


def _owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as somebody else."""
    if os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    who = pwd.getpwnam(next(name for name in OWNERS if name in names))
    os.chown(folder, who.pw_uid, who.pw_gid)
    ids = [f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}"]
    return ["setpriv", *ids, "--clear-groups"]


def _quietly(command: list[str | Path]) -> None:
    # pg_ctl's child keeps the pipe open: to a file, never a pipe, or this waits on.
    with tempfile.TemporaryFile("w+") as said:
        if subprocess.call(command, stdout=said, stderr=said, cwd="/"):
            said.seek(0)
            sys.exit(f"PostgreSQL start niet:\n{said.read()}")


if __name__ == "__main__":
    with postgres() as url:
        environment = {**os.environ, "WERKBRIEF_DATABASE_URL": url}
        code = subprocess.call(sys.argv[1:], env=environment)
    sys.exit(code)
