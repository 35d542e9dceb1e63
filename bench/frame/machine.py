"""On what the figures were measured."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path


def describe() -> str:
    """One line: processor, cores, memory, versions, and how busy it was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = [
        f"{_processor()}, {os.cpu_count()} kernen, {memory:.0f} GB",
        f"Python {platform.python_version()}",
        f"Django {version('django')}",
        f"SQLite {sqlite3.sqlite_version}",
        f"drukte vooraf {os.getloadavg()[0]:.1f}",
    ]
    return "Machine: " + " · ".join(parts)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2] for line in lines if line.startswith("model name")]
    return names[0].strip() if names else platform.machine()
