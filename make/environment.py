"""Make `.venv` from a hashed lock file: by uv where present, else by venv and pip."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
SOURCES = ["src", "ontrafelaar/src"]
ITSELF = ["--no-deps", "--no-build-isolation", "--editable", "."]
NO_VENV = """\
Python kan hier geen omgeving maken: de module venv ontbreekt.
Installeer die:  sudo apt install {package}
"""


def main(lock: str, stamp: str) -> None:
    if not _works():
        _create()
    _install("--require-hashes", "--requirement", lock)
    _install(*ITSELF)
    _point_at_the_source()
    Path(stamp).touch()


def _point_at_the_source() -> None:
    """Put the source on the path itself, after the packages.

    An editable install finds ours last: for whoever stands in the checkout, the folder
    `ontrafelaar` would hide the package of that name.
    """
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.check_output([PYTHON, "-c", ask], text=True).strip()
    lines = [f"{Path(folder).resolve()}\n" for folder in SOURCES]
    (Path(site) / "werkbrief-source.pth").write_text("".join(lines))


def _works() -> bool:
    return PYTHON.exists() and not subprocess.call([PYTHON, "-c", ""])


def _create() -> None:
    if uv := shutil.which("uv"):
        _run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV])
        return
    if not _has_venv():
        _obtain_venv()
    _run([sys.executable, "-m", "venv", "--clear", VENV])


def _install(*what: str) -> None:
    if uv := shutil.which("uv"):
        _run([uv, "pip", "install", "--quiet", "--python", PYTHON, *what])
    else:
        pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "install", *what])


def _has_venv() -> bool:
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return not subprocess.call(probe, stderr=subprocess.DEVNULL)


def _obtain_venv() -> None:
    """Debian keeps venv in a package of its own; root may fetch it."""
    package = "python{}.{}-venv".format(*sys.version_info)
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        sys.exit(NO_VENV.format(package=package))
    _run([apt, "update", "-qq"])
    _run([apt, "install", "-qq", "-y", "--no-install-recommends", package])


def _run(command: "list[str | Path]") -> None:
    if code := subprocess.call(command):
        sys.exit(f"Dit lukte niet (code {code}): {' '.join(map(str, command))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
