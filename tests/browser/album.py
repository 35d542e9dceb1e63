"""Pictures of a whole database, to begin each test from without building it again."""

import sqlite3
from collections.abc import Callable
from copy import deepcopy
from typing import TypeVar

from django.core.management import call_command
from django.db import connection

T = TypeVar("T")
EMPTY = "empty"


class Album:
    """What was in the database, by name; only SQLite can be laid back in one go."""

    def __init__(self) -> None:
        self._pictures: dict[str, tuple[sqlite3.Connection, object]] = {}
        self.can_keep = connection.vendor == "sqlite"

    def open(self, name: str, build: Callable[[], T]) -> T:
        """The database as it was when this was built; what was built, anew."""
        if name in self._pictures:
            picture, built = self._pictures[name]
            self._copy(picture, self._live())
            return deepcopy(built)
        built = build()
        if self.can_keep:
            picture = sqlite3.connect(":memory:", check_same_thread=False)
            self._copy(self._live(), picture)
            self._pictures[name] = picture, deepcopy(built)
        return built

    def clear(self) -> None:
        """As it was before anybody did anything."""
        if self.can_keep:
            self.open(EMPTY, lambda: None)
        else:
            call_command("flush", verbosity=0, interactive=False)

    @staticmethod
    def _live() -> sqlite3.Connection:
        connection.ensure_connection()
        return connection.connection

    @staticmethod
    def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        """Waits for whoever is still reading or writing."""
        source.backup(target, sleep=0.01)
