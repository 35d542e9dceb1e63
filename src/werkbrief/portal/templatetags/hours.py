"""Hours as people write them."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

from werkbrief.words import clock

register = template.Library()
register.filter("duration", clock.duration)


@register.filter
def long_day(day: date) -> str:
    """Say "maandag 16 november"; only English writes these with capitals."""
    text = date_format(day, "l j E")
    return text if get_language() == "en" else text.lower()
