"""The whole suite: the checks, then SQLite, PostgreSQL and Chromium, none left out."""

import os
import subprocess
import sys

from make import checking
from make.cluster import postgres
from make.machine import chromium

# Browser tests run alone: two Chromiums on two cores make each other late.
RUNS = {
    "PostgreSQL": ["-n", "2", "--ignore=tests/browser", "tests"],
    "SQLite": ["-n", "2", "--ignore=tests/browser"],
    "Chromium op SQLite": ["tests/browser"],
    "Chromium op PostgreSQL": ["tests/browser", "-m", "both_databases"],
}


def main() -> int:
    """Run all of it, also past a red one; 0 when everything is green."""
    chromium()
    codes = [checking.main()]
    with postgres() as url:
        for name, chosen in RUNS.items():
            print(f"\n══ {name}", flush=True)
            codes.append(_pytest(chosen, url if "PostgreSQL" in name else ""))
    return 1 if any(codes) else 0


def _pytest(chosen: list[str], url: str) -> int:
    environment = {**os.environ, "WERKBRIEF_DATABASE_URL": url}
    if not url:
        del environment["WERKBRIEF_DATABASE_URL"]
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *chosen]
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main())
