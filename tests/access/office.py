"""Who gets what on the agency's screens."""

from tests.access.rows import Row

ROWS: list[Row] = []
