"""Workbooks that go out: what is on screen, as Excel knows it."""

from werkbrief.exchange.workbooks.check import check_workbook
from werkbrief.exchange.workbooks.week import week_workbook

__all__ = ["check_workbook", "week_workbook"]
