"""Planned against approved per day, drawn as SVG with the table beneath it."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from werkbrief.timesheets.reads import Balance, CheckSheet
from werkbrief.words.clock import duration
from werkbrief.words.tongues import say, tongue

register = template.Library()
WIDTH, HEIGHT, TOP, FLOOR = 700, 132, 18, 112
STEP, BAR = WIDTH // 7, 26
DAY = (
    '<g><rect class="planned" x="{x}" y="{planned_y}" width="{bar}" '
    'height="{planned_h}" rx="3"></rect>'
    '<rect class="approved" x="{next_x}" y="{approved_y}" width="{bar}" '
    'height="{approved_h}" rx="3"></rect>'
    '<text x="{middle}" y="128" text-anchor="middle">{name}</text>'
    '<text class="figure" x="{middle}" y="{figure_y}" text-anchor="middle">{figure}'
    "</text><title>{title}</title></g>"
)


@register.simple_tag
def day_chart(check: CheckSheet) -> SafeString:
    """Seven pairs of bars; empty when nothing was planned or approved."""
    most = max(max(day.planned, day.approved) for day in check.days)
    if not most:
        return SafeString("")
    days = [
        format_html(DAY, **_day(place, day, most))
        for place, day in enumerate(check.days)
    ]
    return format_html(
        '<svg class="day-chart" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>',
        WIDTH,
        HEIGHT,
        say("Gepland en goedgekeurd per dag; de cijfers staan onder de tabel"),
        format_html_join("", "{}", ((day,) for day in days)),
    )


def _day(place: int, day: Balance, most: int) -> dict[str, object]:
    planned, approved = day.planned, day.approved
    left = place * STEP + (STEP - 2 * BAR - 4) // 2
    room = FLOOR - TOP
    high, low = round(planned * room / most), round(approved * room / most)
    difference = day.difference
    sign = "+" if difference > 0 else ""
    return {
        "x": left,
        "next_x": left + BAR + 4,
        "bar": BAR,
        "planned_y": FLOOR - high,
        "planned_h": high,
        "approved_y": FLOOR - low,
        "approved_h": low,
        "middle": place * STEP + STEP // 2,
        "name": tongue().weekdays[place],
        "figure_y": FLOOR - max(high, low) - 5,
        "figure": f"{sign}{duration(difference)}" if difference else "",
        "title": say(
            "%(day)s: gepland %(planned)s, goedgekeurd %(approved)s",
            day=tongue().weekdays[place],
            planned=duration(planned),
            approved=duration(approved),
        ),
    }
