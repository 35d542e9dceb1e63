"""The database to a file and back: by the database's own means, while it runs."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from django.db import connection, transaction

from werkbrief.walls import EVERYWHERE

# `--clean`: what stands there is what one wants to be rid of.
RESTORE = ["--clean", "--if-exists", "--no-owner", "--no-comments"]
WHOLE = ["--single-transaction", "--exit-on-error"]


class NoTool(RuntimeError):  # noqa: N818  (it states a fact)
    """pg_dump or pg_restore is not on this machine."""


def dump(file: Path) -> dict[str, int]:
    """Write the database as it stands; how many rows each table holds in it."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(file)
    # Both look at one moment: the dump reads the snapshot that we counted in.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        rows = count()
        how = ["--format=custom", f"--snapshot={snapshot}", f"--file={file}"]
        # Everywhere (below): the wall lets all rows by, and the count says whether.
        how.append("--enable-row-security")
        _run("pg_dump", [*how, _name()])
    return rows


def load(file: Path) -> None:
    """Put this dump in the place of what stands there: all of it, or nothing."""
    if connection.vendor == "sqlite":
        connection.close()
        with sqlite3.connect(file) as kept, sqlite3.connect(_name()) as live:
            kept.backup(live)
        return
    connection.close()
    _run("pg_restore", [*RESTORE, *WHOLE, f"--dbname={_name()}", str(file)])


def count() -> dict[str, int]:
    """Rows per table, by the table's own name."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {quote(table)}")  # noqa: S608
            found[table] = int(cursor.fetchone()[0])
    return found


def _dump_sqlite(file: Path) -> dict[str, int]:
    """By SQLite's own copier: whole pages, the log beside the file included."""
    with sqlite3.connect(_name()) as live, sqlite3.connect(file) as kept:
        live.backup(kept)
        tables = [
            name
            for (name,) in kept.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {
            name: kept.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name in tables
        }


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _run(tool: str, words: list[str]) -> None:
    found = shutil.which(tool) or _beside_the_server(tool)
    if not found:
        raise NoTool(
            f"{tool} staat niet op deze machine. "
            "Installeer het:  sudo apt install postgresql-client"
        )
    settings = connection.settings_dict
    told = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"] or ""),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGOPTIONS": f"-c werkbrief.agency={EVERYWHERE}",
    }
    environment = {**os.environ, **{name: word for name, word in told.items() if word}}
    done = subprocess.run(  # noqa: S603  (every word is ours)
        [found, *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{tool}: {done.stderr.strip()}")


def _beside_the_server(tool: str) -> str:
    """Debian keeps the tools of each version beside its server."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{tool}"))
    return str(found[-1]) if found else ""
