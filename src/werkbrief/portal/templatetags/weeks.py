"""The bar of the hours screens: which week, and on to another one (S2.4)."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone

from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week

register = template.Library()
BACK, ON = 8, 6


@register.inclusion_tag("portal/_week_bar.html", takes_context=True)
def week_bar(context: dict[str, Any], title: str, screen: str) -> dict[str, object]:
    """`screen` is the url name of this screen; the filters travel along."""
    request, week = context["request"], context["week"]
    query = request.GET.urlencode()
    today = timezone.localdate()

    def link(to: Week) -> str:
        address = reverse(screen, args=[request.client.slug, to])
        return f"{address}?{query}" if query else address

    this = Week.of(today)
    return {
        "title": title,
        "week": week,
        "today": today,
        "previous": link(week.previous),
        "next": link(week.next),
        "other": (say("Vorige week"), link(week.previous))
        if week == this
        else (say("Deze week"), link(this)),
        "near": [
            (near, link(near)) for near in (week + n for n in range(-BACK, ON + 1))
        ],
        "this_week": this,
    }
