"""The two databases, each set so that several processes can write at once."""

from pathlib import Path
from typing import Any

import dj_database_url

# IMMEDIATE: a transaction takes the write lock at its start and waits for it; without
# it a third of simultaneous writes fail half-way. FULL: what is saved survives a
# power cut.
SQLITE = {
    "ENGINE": "werkbrief.config.sqlite",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;",
    },
}
# Each thread keeps its connection: WORKERS x THREADS of them, and the background's.
POSTGRES = {
    "ENGINE": "werkbrief.config.postgresql",
    "CONN_MAX_AGE": 600,
    "CONN_HEALTH_CHECKS": True,
}
# A machine that fell away says nothing at all: without these one waits for minutes.
PATIENT = {"connect_timeout": 5, "tcp_user_timeout": 20_000}
# A visitor never waits longer for a lock or an answer than patience lasts; the
# background may. In PostgreSQL's own variable: what stands there already, wins.
WEB_PATIENCE = "-c lock_timeout=10s -c statement_timeout=30s"


def read(url: str) -> dict[str, Any]:
    """Django's settings for this URL; a ValueError when it names no such database."""
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        return _sqlite(rest)
    if scheme in {"postgres", "postgresql"}:
        return _postgres(url)
    raise ValueError(scheme)


def _sqlite(rest: str) -> dict[str, Any]:
    name = rest.removeprefix("/")
    if not rest.startswith("/") or not name or name == ":memory:":
        raise ValueError(rest)
    file = Path(name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValueError(rest) from error
    if file.is_dir():
        raise ValueError(rest)
    # A file, not memory: browser and kill tests have a second process read it.
    return {**SQLITE, "NAME": str(file), "TEST": {"NAME": f"{file}.test"}}


def _postgres(url: str) -> dict[str, Any]:
    read = dict(dj_database_url.parse(url))
    if not read.get("NAME"):
        raise ValueError(url)
    given: Any = read.get("OPTIONS", {})
    options = {**PATIENT, **given}
    return {**read, **POSTGRES, "OPTIONS": options}
