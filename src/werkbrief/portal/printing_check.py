"""How the check is put on screen."""

from django.utils.safestring import SafeString, mark_safe

from werkbrief.timesheets.reads import CheckSheet
from werkbrief.ui.sheets import print_sheet
from werkbrief.words.tongues import say
from werkbrief.words.weeks import weekday


def print_check(check: CheckSheet, base: str, *, may_correct: bool) -> SafeString:
    """Rows and totals; `base` is where the entries are.

    A judged cell leads to a correction for who may ask one.
    """
    days = check.week.days
    html = print_sheet(
        "portal/check/_rows.html",
        groups=check.groups,
        days=check.days,
        total=check.total,
        base=base,
        names=[f"{weekday(day)} {day.day}" for day in days],
        words={"open": say("open"), "absent": say("afwezig")},
        may_correct=may_correct,
    )
    # The sheet's template escapes every value itself.
    return mark_safe(html)  # noqa: S308
