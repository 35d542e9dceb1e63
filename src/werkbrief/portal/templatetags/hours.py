"""Hours as people write them."""

from django import template

from werkbrief.words import clock

register = template.Library()
register.filter("duration", clock.duration)
