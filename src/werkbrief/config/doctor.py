"""What an installation needs to be well, looked at one by one."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, Error, connection
from django.db.migrations.executor import MigrationExecutor

from werkbrief.config.findings import Finding
from werkbrief.config.pulse import feel

LITTLE = 2**30
NEWEST_NEEDED = 150000


def examine(at: datetime) -> Iterator[Finding]:
    """Look at everything; without a database the rest has no meaning."""
    yield from _machine()
    yield from _settings()
    reached = _database()
    yield reached
    if reached.is_well:
        migrated, counted = _migrations(), _throttle()
        yield from (migrated, counted, _tools(), _wall())
        if migrated.is_well and counted.is_well:
            yield from feel(at)


def is_ready() -> bool:
    """May visitors come? The database answers and its tables are up to date."""
    return _database().is_well and _migrations().is_well


def _machine() -> Iterator[Finding]:
    for folder in _folders():
        free = shutil.disk_usage(folder).free
        sentence = f"{free / 2**30:.1f} GB vrij bij {folder}"
        more = "" if free > LITTLE else ": te weinig, maak ruimte."
        yield Finding(is_well=free > LITTLE, sentence=sentence + more)
    key = settings.VAR / "secret_key"
    private = not key.exists() or not key.stat().st_mode & 0o077
    told = "de sleutel is alleen voor de eigenaar leesbaar"
    yield Finding(private, told if private else f"{told} niet:  chmod 600 {key}")


def _folders() -> list[Path]:
    """Where something is written here, one per disk. PostgreSQL's is its own."""
    folders = [settings.VAR]
    if connection.vendor == "sqlite":
        folders.append(Path(connection.settings_dict["NAME"]).parent)
    disks = {folder.stat().st_dev: folder for folder in reversed(folders)}
    return list(disks.values())


def _settings() -> Iterator[Finding]:
    secure = settings.SESSION_COOKIE_SECURE
    yield Finding(
        is_well=secure or set(settings.ALLOWED_HOSTS) <= {"localhost", "127.0.0.1"},
        sentence="cookies alleen over https"
        if secure
        else "geen https: goed voor deze machine; anders WERKBRIEF_HTTPS=1",
    )
    collected = (
        not settings.COLLECTED or (settings.STATIC_ROOT / "staticfiles.json").exists()
    )
    yield Finding(
        collected,
        "statische bestanden staan klaar"
        if collected
        else "statische bestanden ontbreken:  werkbrief collectstatic",
    )


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as error:
        return Finding(is_well=False, sentence=f"de database antwoordt niet: {error}")
    if connection.vendor == "postgresql" and _version() < NEWEST_NEEDED:
        old = f"PostgreSQL {_version() // 10_000} is te oud: neem 15 of nieuwer"
        return Finding(is_well=False, sentence=old)
    return Finding(
        is_well=True, sentence=f"de database antwoordt ({connection.vendor})"
    )


def _version() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0])


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        behind = f"{len(waiting)} migraties wachten:  werkbrief migrate"
        return Finding(is_well=False, sentence=behind)
    return Finding(is_well=True, sentence="de tabellen zijn bij")


def _wall() -> Finding:
    """PostgreSQL keeps agencies apart, unless the role may look over every wall."""
    if connection.vendor != "postgresql":
        return Finding(is_well=True, sentence="SQLite kent geen tweede muur")
    if not settings.HAS_WALL:
        return Finding(is_well=True, sentence="de tweede muur staat uit")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        (is_above,) = cursor.fetchone()
    return Finding(
        not is_above,
        "deze databaserol kijkt over elke muur heen: neem een gewone rol, zie "
        "docs/operations.md"
        if is_above
        else "de tweede muur staat: elk bureau zijn eigen rijen",
    )


def _throttle() -> Finding:
    try:
        cache.get("doctor")
    except DatabaseError:
        missing = "de tabel voor aanmeldpogingen ontbreekt:  werkbrief createcachetable"
        return Finding(is_well=False, sentence=missing)
    return Finding(is_well=True, sentence="mislukte aanmeldpogingen worden geteld")


def _tools() -> Finding:
    if connection.vendor == "sqlite" or shutil.which("pg_dump"):
        return Finding(is_well=True, sentence="reservekopieën kunnen worden gemaakt")
    missing = "pg_dump ontbreekt:  sudo apt install postgresql-client"
    return Finding(is_well=False, sentence=missing)
