"""Pay lines for a payroll package: a sheet with the columns that it reads."""

from werkbrief.exchange.payroll.columns import COLUMNS, USUAL
from werkbrief.exchange.payroll.lines import PaidLine, paid_lines
from werkbrief.exchange.payroll.sheets import payroll_csv, payroll_workbook

__all__ = [
    "COLUMNS",
    "USUAL",
    "PaidLine",
    "paid_lines",
    "payroll_csv",
    "payroll_workbook",
]
