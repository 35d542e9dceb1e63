"""Hours as people write them."""

from django import template

from werkbrief.words import clock

register = template.Library()
register.filter("duration", clock.duration)


@register.filter
def difference(minutes: int) -> str:
    """Say "1:30 uur meer dan" or "0:30 uur minder dan"."""
    more = "meer" if minutes > 0 else "minder"
    return f"{clock.duration(abs(minutes))} uur {more} dan"
