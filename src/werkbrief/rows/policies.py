"""The second wall in PostgreSQL: what a migration asks for a table with an agency."""

from typing import Any

# 0 stands for everywhere, see werkbrief.walls. Nothing said is nothing seen. A CASE and
# no OR: of an OR the planner thinks that everywhere is one row in two hundred, table
# after table, and then walks whole tables for each row of another.
SEES = (
    "CASE WHEN current_setting('werkbrief.agency', true) = '0' THEN true "
    "ELSE {0} = current_setting('werkbrief.agency', true)::bigint END"
)


def wall_around(editor: Any, table: str) -> None:  # noqa: ANN401
    """Only rows of the agency that was named: to be read, changed or written."""
    _build(editor, table, SEES.format("agency_id"))


def wall_behind(editor: Any, table: str, column: str, owner: str) -> None:  # noqa: ANN401
    """For a table that only ties two rows together: it is seen as its owner is."""
    _build(
        editor,
        table,
        f"EXISTS (SELECT 1 FROM {owner} o WHERE o.id = {table}.{column})",  # noqa: S608
    )


def no_wall(editor: Any, table: str) -> None:  # noqa: ANN401
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP POLICY agency_wall ON {table}")
        editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


def _build(editor: Any, table: str, sees: str) -> None:  # noqa: ANN401
    """Also for the owner of the table: the portal is that itself."""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        editor.execute(f"CREATE POLICY agency_wall ON {table} USING ({sees})")
