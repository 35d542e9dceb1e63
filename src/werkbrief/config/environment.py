"""Read the environment with types; say clearly, all at once, what is wrong with it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.utils import get_random_secret_key
from environs import Env, EnvValidationError

SQLITE = {
    "ENGINE": "werkbrief.config.sqlite",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;",
    },
    # A file, not memory: browser and kill tests have a second process read it.
    "TEST": {"NAME": None},
}
POSTGRES = {
    "CONN_MAX_AGE": 600,
    "CONN_HEALTH_CHECKS": True,
}


@dataclass(frozen=True, slots=True)
class Environment:
    """What stands in docs/operations.md, one field per variable."""

    secret_key: str
    hosts: list[str]
    bind: str
    workers: int
    var: Path
    database: dict[str, Any]
    mail: dict[str, Any]
    mail_from: str
    https: bool
    collected: bool


def read() -> Environment:
    """Read every variable; stop with one sentence each for those that are wrong."""
    env = Env(eager=False, prefix="WERKBRIEF_")
    values: dict[str, Any] = {
        "var": env.path("VAR", Path("var")),
        "secret_key": env.str("SECRET_KEY", ""),
        "hosts": env.list("HOSTS", ["localhost", "127.0.0.1"]),
        "bind": env.str("BIND", "127.0.0.1:8000", validate=_host_and_port),
        "workers": env.int("WORKERS", 2, validate=_positive),
        "database": env.dj_db_url("DATABASE_URL", "sqlite:///var/werkbrief.sqlite3"),
        "mail": env.dj_email_url("MAIL_URL", "console:"),
        "mail_from": env.str("MAIL_FROM", "werkbrief@localhost"),
        "https": env.bool("HTTPS", default=False),
        "collected": env.bool("COLLECTED", default=False),
    }
    try:
        env.seal()
    except EnvValidationError as error:
        lines = [f"  {name}: {' '.join(why)}" for name, why in error.error_messages.items()]
        sys.exit("Werkbrief start niet; deze instellingen kloppen niet:\n" + "\n".join(lines))
    values["secret_key"] = values["secret_key"] or _own_key(values)
    values["database"] = _tuned(values["database"])
    return Environment(**values)


def _tuned(database: dict[str, Any]) -> dict[str, Any]:
    if "sqlite" in database["ENGINE"]:
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        return {**database, **SQLITE, "TEST": {"NAME": f"{database['NAME']}.test"}}
    return {**database, **POSTGRES}


def _own_key(values: dict[str, Any]) -> str:
    """Make a key once and keep it beside the database; behind https it must be set."""
    if values["https"]:
        sys.exit("Werkbrief start niet: WERKBRIEF_SECRET_KEY ontbreekt. Zet er een lang, geheim woord in.")
    file = Path(values["var"]) / "secret_key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(get_random_secret_key())
    return file.read_text()


def _positive(number: int) -> None:
    if number < 1:
        raise EnvValidationError("moet 1 of meer zijn.", ["moet 1 of meer zijn."])


def _host_and_port(text: str) -> None:
    _, colon, port = text.rpartition(":")
    if not (colon and port.isdigit()):
        raise EnvValidationError("schrijf HOST:POORT.", ["schrijf HOST:POORT, bijvoorbeeld 127.0.0.1:8000."])
