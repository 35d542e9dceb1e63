"""The shift and its week as bars, drawn as SVG: no script, no inline style."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from werkbrief.pay.reads import DayPay, EntryPay
from werkbrief.words.clock import duration
from werkbrief.words.weeks import long_day, weekday

register = template.Library()
WIDTH, HEIGHT = 640, 44
NARROW = 70
SEGMENT = (
    '<rect x="{}" width="{}" y="0" height="28" rx="4" class="{} tint-{}"></rect>'
    '<text x="{}" y="19" text-anchor="middle">{}</text><title>{}</title>'
)

TALL, FOOT, GAP = 34, 58, 10
DAY = (
    '<g class="{}"><rect class="base" x="{}" y="{}" width="{}" height="{}"></rect>'
    '<rect class="extra tint-1" x="{}" y="{}" width="{}" height="{}"></rect>'
    '<text class="clock" x="{}" y="{}" text-anchor="middle">{} {}</text>'
    "<title>{}</title></g>"
)


@register.simple_tag
def pay_bar(pay: EntryPay) -> SafeString:
    first, last = pay.segments[0].start, pay.segments[-1].end
    scale = WIDTH / max(last - first, 1)
    parts = []
    for number, segment in enumerate(pay.segments):
        left = (segment.start - first) * scale
        width = (segment.end - segment.start) * scale
        label = segment.percentage if width > NARROW else ""
        parts.append(
            (
                f"{left:.1f}",
                f"{max(width - 2, 2):.1f}",
                "base" if segment.is_base else "extra",
                number % 2,
                f"{left + width / 2:.1f}",
                label,
                f"{segment.from_clock}–{segment.until_clock} {segment.percentage}",
            )
        )
    return format_html(
        '<svg class="pay-bar" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDTH,
        HEIGHT,
        "; ".join(part[-1] for part in parts),
        format_html_join(
            "",
            SEGMENT,
            parts,
        )
        + _clocks(pay, first, scale),
    )


def _clocks(pay: EntryPay, first: int, scale: float) -> SafeString:
    marks = [(0.0, pay.segments[0].from_clock, "start")]
    for segment in pay.segments[1:]:
        left = (segment.start - first) * scale
        clear = left - marks[-1][0] > NARROW / 2
        if clear and NARROW < left < WIDTH - NARROW:
            marks.append((left, segment.from_clock, "middle"))
    marks.append((float(WIDTH), pay.segments[-1].until_clock, "end"))
    return format_html_join(
        "",
        '<text class="clock" x="{}" y="42" text-anchor="{}">{}</text>',
        ((f"{left:.1f}", anchor, text) for left, text, anchor in marks),
    )


@register.simple_tag
def week_strip(pay: EntryPay) -> SafeString:
    """Seven days, what is paid otherwise on top of what is paid as usual."""
    most = max((day.base + day.extra for day in pay.days), default=0)
    if not most:
        return SafeString("")
    label = "; ".join(_spoken(day) for day in pay.days if day.base + day.extra)
    return format_html(
        '<svg class="pay-bar week-strip" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>',
        WIDTH,
        FOOT,
        label,
        format_html_join(
            "", DAY, (_day(n, day, most) for n, day in enumerate(pay.days))
        ),
    )


def _day(place: int, day: DayPay, most: int) -> tuple[object, ...]:
    step = WIDTH / 7
    left, width = f"{place * step + GAP / 2:.1f}", f"{step - GAP:.1f}"
    base, extra = (round(n * TALL / most) for n in (day.base, day.extra))
    return (
        "own" if day.is_own else "",
        *(left, TALL - base, width, base),
        *(left, TALL - base - extra, width, extra),
        f"{place * step + step / 2:.1f}",
        FOOT - 5,
        weekday(day.day),
        day.hours if day.base + day.extra else "–",
        _spoken(day),
    )


def _spoken(day: DayPay) -> str:
    name = long_day(day.day)
    if not day.extra:
        return f"{name} {day.hours}"
    return f"{name} {day.hours}, {duration(day.extra)} ≠ 100%"
