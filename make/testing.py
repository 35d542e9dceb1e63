"""The whole suite: the checks, then SQLite, PostgreSQL and Chromium, none left out."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from make import checking
from make.cluster import postgres
from make.machine import chromium

# Browser tests run alone: two Chromiums on two cores make each other late.
BROWSER = {
    "Chromium op SQLite": ["tests/browser"],
    "Chromium op PostgreSQL": ["tests/browser", "-m", "both_databases"],
}
RUNS = {
    "PostgreSQL": ["-n", "2", "--ignore=tests/browser", "tests"],
    "SQLite": ["-n", "2", "--ignore=tests/browser"],
}


def main() -> int:
    """Run all of it, also past a red one; 0 when everything is green."""
    chromium()
    with ThreadPoolExecutor(1) as aside, postgres() as url:
        # A browser test waits half of its time: the checks fit beside it.
        checked = aside.submit(checking.main)
        codes = [_pytest(name, chosen, url) for name, chosen in BROWSER.items()]
        codes.append(checked.result())
        codes += [_pytest(name, chosen, url) for name, chosen in RUNS.items()]
    return 1 if any(codes) else 0


def _pytest(name: str, chosen: list[str], url: str) -> int:
    print(f"\n══ {name}", flush=True)
    environment = {**os.environ, "WERKBRIEF_DATABASE_URL": url}
    if "PostgreSQL" not in name:
        del environment["WERKBRIEF_DATABASE_URL"]
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *chosen]
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main())
