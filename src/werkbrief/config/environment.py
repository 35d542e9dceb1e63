"""Read the environment with types; say clearly, all at once, what is wrong with it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from django.core.management.utils import get_random_secret_key
from environs import Env, EnvValidationError
from marshmallow import ValidationError

from werkbrief.config import databases, mail

Network = IPv4Network | IPv6Network
LONG_ENOUGH = 32
LAST_PORT = 65535
REMEDIES = {
    "VAR": "noem een map waarin geschreven mag worden, bijvoorbeeld var.",
    "SECRET_KEY": f"zet er een geheim woord van minstens {LONG_ENOUGH} tekens in.",
    "FORMER_KEYS": f"noem vroegere sleutels, elk minstens {LONG_ENOUGH} tekens, met "
    "komma's ertussen.",
    "HOSTS": "noem de namen van de website, met komma's ertussen.",
    "BIND": "schrijf ADRES:POORT, bijvoorbeeld 127.0.0.1:8000.",
    "WORKERS": "schrijf een heel getal van 1 of meer.",
    "THREADS": "schrijf een heel getal van 1 of meer.",
    "DATABASE_URL": "schrijf sqlite:///pad/naar/bestand"
    " of postgres://naam:wachtwoord@server:5432/database.",
    "MAIL_URL": "schrijf smtp://naam:wachtwoord@server:587, submission://… of console:",
    "MAIL_FROM": "schrijf een e-mailadres, bijvoorbeeld portaal@example.org.",
    "HTTPS": "schrijf 1 of 0.",
    "COLLECTED": "schrijf 1 of 0.",
    "WALL": "schrijf 1 of 0.",
    "URL": "schrijf het adres van het portaal, bijvoorbeeld https://uren.example.org.",
    "METRICS_TOKEN": f"zet er een geheim woord van minstens {LONG_ENOUGH} tekens in.",
    "LOG": "schrijf plain of json.",
    "REACHABLE": "noem netten met komma's ertussen, bijvoorbeeld 10.1.0.0/16.",
}
URLS: dict[str, Callable[[str], dict[str, Any]]] = {
    "database": databases.read,
    "mail": mail.read,
}


@dataclass(frozen=True, slots=True)
class Environment:
    """What stands in docs/operations.md, one field per variable."""

    var: Path
    secret_key: str
    former_keys: list[str]
    hosts: list[str]
    bind: str
    workers: int
    threads: int
    database: dict[str, Any]
    mail: dict[str, Any]
    mail_from: str
    https: bool
    collected: bool
    url: str
    metrics_token: str
    log: str
    has_wall: bool
    reachable: list[Network]


def read() -> Environment:
    """Read every variable; stop with one sentence each for those that are wrong."""
    env = Env(eager=False, prefix="WERKBRIEF_")
    var = Path(env.str("VAR", "var") or "var")
    values: dict[str, Any] = {
        "var": var,
        "secret_key": env.str("SECRET_KEY", "", validate=_long_enough),
        "former_keys": env.list("FORMER_KEYS", [], validate=_all_long_enough),
        "hosts": env.list("HOSTS", ["localhost", "127.0.0.1"]),
        "bind": env.str("BIND", "127.0.0.1:8000", validate=_host_and_port),
        "workers": env.int("WORKERS", 2, validate=_positive),
        "threads": env.int("THREADS", 2, validate=_positive),
        "database": env.str("DATABASE_URL", f"sqlite:///{var}/werkbrief.sqlite3"),
        "mail": env.str("MAIL_URL", "console:"),
        "mail_from": env.str("MAIL_FROM", "werkbrief@localhost", validate=_address),
        "https": env.bool("HTTPS", default=False),
        "collected": env.bool("COLLECTED", default=False),
        "url": env.str("URL", "", validate=_web_address).rstrip("/"),
        "metrics_token": env.str("METRICS_TOKEN", "", validate=_long_enough),
        "reachable": env.list("REACHABLE", [], subcast=_network),
        "has_wall": env.bool("WALL", default=True),
        "log": env.str("LOG", "plain", validate=_way_of_logging),
    }
    _stop_at(_wrong(env, values))
    values["secret_key"] = values["secret_key"] or _own_key(var)
    values["url"] = values["url"] or _own_address(values)
    return Environment(**values)


def _wrong(env: Env, values: dict[str, Any]) -> list[str]:
    """The names of what is wrong; the two URLs are taken apart on the way."""
    if not _writable(values["var"]):
        return ["VAR"]
    wrong: list[str] = []
    try:
        env.seal()
    except EnvValidationError as error:
        wrong += [name.removeprefix("WERKBRIEF_") for name in error.error_messages]
    for name, take_apart in URLS.items():
        try:
            values[name] = take_apart(values[name])
        except ValueError:
            wrong.append(f"{name.upper()}_URL")
    if values["https"] and not values["secret_key"] and "SECRET_KEY" not in wrong:
        wrong.append("SECRET_KEY")
    return wrong


def _stop_at(wrong: list[str]) -> None:
    if wrong:
        lines = [f"  WERKBRIEF_{name}: {REMEDIES[name]}" for name in wrong]
        sys.exit("\n".join(["Werkbrief start niet; dit klopt niet:", *lines]))


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _own_key(folder: Path) -> str:
    """Make a key once and keep it beside the database; behind https it must be set."""
    file = folder / "secret_key"
    try:
        with file.open("x") as fresh:
            file.chmod(0o600)
            fresh.write(get_random_secret_key())
    except FileExistsError:
        pass
    return file.read_text()


def _own_address(values: dict[str, Any]) -> str:
    """Where a mail's button leads when nobody said: the first host, or this machine."""
    if values["https"]:
        return f"https://{values['hosts'][0]}"
    return f"http://{values['bind']}"


def _web_address(text: str) -> None:
    if text and not text.startswith(("http://", "https://")):
        raise ValidationError("no web address")


def _positive(number: int) -> None:
    if number < 1:
        raise ValidationError("1 or more")


def _long_enough(text: str) -> None:
    if text and len(text) < LONG_ENOUGH:
        raise ValidationError("too short")


def _all_long_enough(texts: list[str]) -> None:
    for text in texts:
        _long_enough(text)


def _network(text: str) -> Network:
    try:
        return ip_network(text.strip())
    except ValueError as wrong:
        raise ValidationError("no network") from wrong


def _way_of_logging(text: str) -> None:
    if text not in ("plain", "json"):
        raise ValidationError("plain or json")


def _address(text: str) -> None:
    if "@" not in text:
        raise ValidationError("no address")


def _host_and_port(text: str) -> None:
    host, _, port = text.rpartition(":")
    if not (host and port.isdigit() and 0 < int(port) <= LAST_PORT):
        raise ValidationError("host:port")
