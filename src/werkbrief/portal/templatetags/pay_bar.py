"""The shift as a bar cut in paid segments, drawn as SVG: no script, no inline style."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from werkbrief.pay.reads import EntryPay

register = template.Library()
WIDTH, HEIGHT = 640, 44
NARROW = 70
SEGMENT = (
    '<rect x="{}" width="{}" y="0" height="28" rx="4" class="{} tint-{}"></rect>'
    '<text x="{}" y="19" text-anchor="middle">{}</text><title>{}</title>'
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
