"""How the schedule is put on screen."""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from werkbrief.planning.reads import Schedule
from werkbrief.planning.reads.schedule import Row
from werkbrief.portal.printing import place_title
from werkbrief.ui.sheets import print_sheet


def print_schedule(schedule: Schedule) -> SafeString:
    """Groups with their rows and subtotals, and the totals at the foot."""
    groups = [
        {
            "title": place_title(*group.place),
            "function": group.place[2] if any(group.place[:2]) else "",
            "rows": group.rows,
            "place": group.place,
            "hours": group.minutes,
            "asked": group.asked,
            "asked_in_all": group.asked_in_all,
        }
        for group in schedule.groups
    ]
    html = print_sheet(
        "portal/planning/_sheet.html",
        groups=groups,
        hours=schedule.minutes,
        asked=schedule.asked,
        asked_in_all=schedule.asked_in_all,
    )
    return mark_safe(html)  # noqa: S308  (the sheet escapes every value itself)


def print_rows(rows: Iterable[Row]) -> SafeString:
    """Each row in a template of its own: a bare row outside a table gets lost."""
    printed = (print_sheet("portal/planning/_row.html", row=row) for row in rows)
    html = "".join(f"<template>{row}</template>" for row in printed)
    return mark_safe(html)  # noqa: S308
