"""Find PostgreSQL and Chromium on this machine; as root on Debian, install them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = ".cache/ms-playwright"
MISSING = """\
{what} ontbreekt; zonder {what} zijn de tests niet volledig.
Installeer het:  sudo apt install {package}
"""


def chromium() -> Path:
    """The browser for tests/browser; ends with the command to type where it lacks."""
    return _find_or_obtain(_chromium, "Chromium", "chromium")


def postgres_binaries() -> Path:
    """The folder that holds initdb and postgres."""
    return _find_or_obtain(_postgres_binaries, "PostgreSQL", "postgresql")


def _chromium() -> Path | None:
    for name in BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    return _newest(Path.home() / PLAYWRIGHT, "chromium-*/chrome-linux*/chrome")


def _postgres_binaries() -> Path | None:
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    initdb = _newest(Path("/usr/lib/postgresql"), "*/bin/initdb")
    return initdb.parent if initdb else None


def _newest(folder: Path, pattern: str) -> Path | None:
    return max(folder.glob(pattern), default=None, key=_by_version)


def _by_version(path: Path) -> list[int]:
    digits = "".join(c if c.isdigit() else " " for c in str(path))
    return [int(number) for number in digits.split()]


def _find_or_obtain(find: Callable[[], Path | None], what: str, package: str) -> Path:
    if found := find():
        return found
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        print(f"{what} ontbreekt en wordt geïnstalleerd (apt-get install {package}).")
        _install(apt, package)
    if found := find():
        return found
    sys.exit(MISSING.format(what=what, package=package))


def _install(apt: str, package: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for order in (["update"], ["install", "-y", "--no-install-recommends", package]):
        subprocess.call([apt, "-qq", *order], env=quiet, stdout=subprocess.DEVNULL)
