"""Security: known holes in what we use, secrets in the tree, unsafe settings."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

BIN = Path(sys.executable).parent
# What a secret looks like; each with what it would open.
SECRETS = {
    "een privésleutel": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "een sleutel van Amazon": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "een sleutel van GitHub": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"),
    "een sleutel van Slack": re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{20,}"),
    "een wachtwoord in een adres": re.compile(
        r"\b(?:postgres(?:ql)?|smtp|submission)://[^:/\s{]+:(?!wachtwoord|geheim|abc)"
        r"[^@/\s{]{6,}@"
    ),
    "een geheim als waarde": re.compile(
        r"""(?i)(?:secret_key|api_key|access_token)["']?\s*[:=]\s*["'][^"'\s]{24,}["']"""
    ),
}
OFFLINE = ("ConnectionError", "Max retries", "Temporary failure", "timed out", "403")
DEPLOYED = {
    "WERKBRIEF_HTTPS": "1",
    "WERKBRIEF_HOSTS": "uren.example.org",
    "WERKBRIEF_COLLECTED": "0",
    "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
}


def main() -> int:
    """Run all three; 1 when one of them found something."""
    found = [_known_holes(), _secrets(), _settings()]
    return 1 if any(found) else 0


def _known_holes() -> bool:
    """pip-audit over the lock; without network it says so, and finds nothing."""
    words = ["--requirement", "requirements.lock", "--require-hashes", "--disable-pip"]
    done = subprocess.run(
        [BIN / "pip-audit", "--progress-spinner", "off", *words],
        check=False,
        capture_output=True,
        text=True,
    )
    told = done.stdout + done.stderr
    if done.returncode and any(word in told for word in OFFLINE):
        print("– bekende lekken: niet nagekeken, de lijst is hier niet te bereiken")
        return False
    return _say("bekende lekken in wat wij gebruiken", told if done.returncode else "")


def _secrets() -> bool:
    hits = [f"{name}:{line}: {what}" for name, line, what in look_for_secrets(_files())]
    return _say("geheimen in de bestanden", "\n".join(hits))


def _settings() -> bool:
    """Django's own list, as for an installation behind https."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"WERKBRIEF_VAR": folder, "WERKBRIEF_SECRET_KEY": "".join(map(chr, KEY))}
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "django",
                "check",
                "--deploy",
                "--fail-level=WARNING",
            ],
            env={**os.environ, **DEPLOYED, **own},
            check=False,
            capture_output=True,
            text=True,
        )
    told = done.stdout + done.stderr
    return _say("instellingen achter https", told if done.returncode else "")


# Fifty different signs, made here: no key stands in the tree.
KEY = [*range(48, 58), *range(65, 91), *range(97, 111)]


def look_for_secrets(files: Iterator[Path]) -> Iterator[tuple[Path, int, str]]:
    for file in files:
        try:
            lines = file.read_text().splitlines()
        except (UnicodeDecodeError, OSError):
            continue
        for number, line in enumerate(lines, 1):
            for what, pattern in SECRETS.items():
                if pattern.search(line):
                    yield file, number, what


def _files() -> Iterator[Path]:
    listed = subprocess.check_output(
        [shutil.which("git") or "git", "ls-files"], text=True
    )
    return (Path(name) for name in listed.splitlines())


def _say(what: str, told: str) -> bool:
    print(f"✗ {what}:\n{told}" if told else f"✓ {what}: niets gevonden")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
