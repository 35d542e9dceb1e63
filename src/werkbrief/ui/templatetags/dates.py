"""Days and moments as the reader's language writes them."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from werkbrief.words import weeks
from werkbrief.words.tongues import tongue

register = template.Library()
register.filter("weekday", weeks.weekday)
register.filter("short_day", weeks.short_day)
register.filter("long_day", weeks.long_day)
register.filter("day_and_month", weeks.day_and_month)


@register.filter
def day_head(day: date) -> str:
    """Say "ma 16": above a column."""
    return f"{weeks.weekday(day)} {day.day}"


@register.filter
def month(day: date) -> str:
    return tongue().months[day.month - 1]


@register.filter
def moment(at: datetime) -> str:
    """Say "16 nov 13:05", on the wall in Amsterdam."""
    there = timezone.localtime(at)
    return f"{weeks.day_and_month(there.date())} {there:%H:%M}"


@register.filter
def weekday_and_time(at: datetime) -> str:
    """Say "dinsdag 13:00"."""
    there = timezone.localtime(at)
    return f"{tongue().long_weekdays[there.weekday()]} {there:%H:%M}"


@register.filter
def moment_on_day(at: datetime) -> str:
    """Say "ma 16 nov 13:05"."""
    return f"{weeks.weekday(timezone.localtime(at).date())} {moment(at)}"
