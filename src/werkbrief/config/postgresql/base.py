"""Our PostgreSQL: it knows by itself whether it is there, and holds up the second wall.

Every request asks first whether its connection still works. Django sends `SELECT 1`
and waits. The socket knows: who is gone has closed it, or has said so in words that
nobody read yet; a healthy one is silent. Only when something lies there is it asked
aloud.

Whose rows may be reached (`werkbrief.walls`) goes along with the first statement that
comes after it changed: no turn of its own.
"""

import select
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from werkbrief.walls import EVERYWHERE, standing

# These reach no row, and some may not share a message with another statement.
NO_ROWS = frozenset(
    {
        *("CREATE", "DROP", "ALTER", "VACUUM", "SET", "SHOW", "BEGIN", "COMMIT"),
        *("SAVEPOINT", "RELEASE", "ROLLBACK", "TRUNCATE", "ANALYZE", "LOCK"),
    }
)


class WalledCursor(base.Cursor):
    """Says to PostgreSQL where we stand, whenever that is not where it thinks we do."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:  # noqa: ANN401
        wall: Wall = self.connection.wall  # type: ignore[attr-defined]
        wanted = wall.wanted()
        if wall.told == wanted or not isinstance(query, str) or _reaches_none(query):
            return super().execute(query, params, **how)  # type: ignore[misc]
        # Until it has answered nobody knows: a statement that fails takes this back.
        wall.told = None
        both = f"SET werkbrief.agency TO {wanted}; {query}"
        told = super().execute(both, params, **how)  # type: ignore[misc]
        self.nextset()  # type: ignore[attr-defined]
        wall.told = wanted
        return told

    def executemany(self, query: Any, params_seq: Any, **how: Any) -> Any:  # noqa: ANN401
        self.connection.wall.tell(self.connection)  # type: ignore[attr-defined]
        return super().executemany(query, params_seq, **how)  # type: ignore[misc]


class Wall:
    """Where this connection was told that we stand; None when that is not certain."""

    told: int | None = None

    def wanted(self) -> int:
        return standing() if settings.HAS_WALL else EVERYWHERE

    def tell(self, connection: Any) -> None:  # noqa: ANN401
        """For a statement that can take no other along."""
        if self.told != self.wanted():
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401
        connection = super().get_new_connection(conn_params)
        connection.cursor_factory = WalledCursor
        connection.wall = Wall()
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ANN401
        if name:
            self.connection.wall.tell(self.connection)
        return super().create_cursor(name)

    def _rollback(self) -> None:
        self._forget_wall()
        super()._rollback()  # type: ignore[misc]

    def _savepoint_rollback(self, sid: str) -> None:
        """It takes back what was told since."""
        self._forget_wall()
        super()._savepoint_rollback(sid)  # type: ignore[misc]

    def _forget_wall(self) -> None:
        if self.connection is not None:
            self.connection.wall.told = None

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        readable, _, _ = select.select([self.connection.fileno()], [], [], 0)
        return bool(super().is_usable()) if readable else True


def _reaches_none(query: str) -> bool:
    return query[:12].lstrip().partition(" ")[0].upper() in NO_ROWS
