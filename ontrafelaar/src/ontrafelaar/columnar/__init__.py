"""The engine over a whole agency-year at once; needs numpy (the extra `columnar`)."""

from ontrafelaar.columnar.columns import Paid, Shifts
from ontrafelaar.columnar.run import unravel_columns

__all__ = ["Paid", "Shifts", "unravel_columns"]
