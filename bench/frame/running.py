"""One benchmark, one process: nothing that one leaves behind slows the next."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.frame.telling import Line
from make.cluster import postgres

# As it runs in earnest: static files collected, commits that wait for the disk.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
CHILD = "import django; django.setup(); from bench.{name} import main; main()"


def run(name: str, told: list[Line], *, on_both: bool) -> bool:
    """Run it on SQLite, and on PostgreSQL when asked; False when it broke."""
    done = _run_on("SQLite", name, told, "")
    if on_both and done:
        with postgres(**DURABLE) as url:
            done = _run_on("PostgreSQL", name, told, url)
    return done


def _run_on(database: str, name: str, told: list[Line], url: str) -> bool:
    print(f"\n══ {name} · {database}", flush=True)
    with _folder() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
            "WERKBRIEF_VAR": str(folder),
            "WERKBRIEF_DATABASE_URL": url or f"sqlite:///{folder}/werkbrief.sqlite3",
            "WERKBRIEF_COLLECTED": "1",
            "WERKBRIEF_BENCH_TOLD": str(folder / "told.jsonl"),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        child = [sys.executable, "-c", CHILD.format(name=name)]
        code = subprocess.call(child, env=environment)
        told.extend(_read(folder / "told.jsonl", name, database))
    return code == 0


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="werkbrief-bench-") as folder:
        yield Path(folder)


def _read(file: Path, name: str, database: str) -> Iterator[Line]:
    if file.exists():
        for line in file.read_text().splitlines():
            yield Line(name, database, **json.loads(line))
