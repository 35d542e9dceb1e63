"""The engine over a whole agency-year at once; needs numpy (the extra `columnar`)."""

from ontrafelaar.columnar.columns import Paid, Shifts
from ontrafelaar.columnar.run import unravel_columns
from ontrafelaar.columnar.tables import partitions, unravel_table

__all__ = ["Paid", "Shifts", "partitions", "unravel_columns", "unravel_table"]
