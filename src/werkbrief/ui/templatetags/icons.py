"""One set of icons, drawn here on a grid of sixteen: inline SVG, no font."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SHAPES = {
    "account": '<circle cx="8" cy="5.5" r="3"/><path d="M2.5 14a5.5 5.5 0 0 1 11 0"/>',
    "add": '<path d="M8 3v10M3 8h10"/>',
    "archive": '<path d="M2 3h12v3H2ZM3 6v7.5h10V6M6.2 8.8h3.6"/>',
    "back": '<path d="M10 3 5 8l5 5"/>',
    "bell": '<path d="M3.5 11.5h9L11 9.5V7a3 3 0 0 0-6 0v2.5ZM6.8 14h2.4"/>',
    "board": '<path d="M2.5 2v12M5.5 4H13M5.5 8h4.5M5.5 12h6"/>',
    "book": '<path d="M3 2.5h8.5A1.5 1.5 0 0 1 13 4v9.5H4.5A1.5 1.5 0 0 1 3 12Z"/>'
    '<path d="M3 12a1.5 1.5 0 0 1 1.5-1.5H13"/>',
    "building": '<path d="M3 14V3h7v11M10 7h3v7M1.5 14h13M5.5 6h2M5.5 9h2M5.5 12h2"/>',
    "calendar": '<rect x="2" y="3" width="12" height="11" rx="2"/>'
    '<path d="M2 6.5h12M5.5 1.5v3M10.5 1.5v3"/>',
    "chart": '<path d="M2 14h12M4 11V8M8 11V4M12 11V6"/>',
    "check": '<path d="M3 8.5 6.5 12 13 4.5"/>',
    "checked": '<rect x="2.5" y="2.5" width="11" height="11" rx="2.5"/>'
    '<path d="m5.2 8.2 2 2 3.6-4"/>',
    "clock": '<circle cx="8" cy="8" r="6"/><path d="M8 4.8V8l2.2 1.6"/>',
    "compare": '<path d="M2 5.5h10.5M10 2.5l3 3-3 3M14 10.5H3.5M6 7.5l-3 3 3 3"/>',
    "cross": '<path d="m4 4 8 8M12 4l-8 8"/>',
    "dials": '<path d="M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6"/>'
    '<circle cx="9.8" cy="4.5" r="1.8"/><circle cx="6.2" cy="11.5" r="1.8"/>',
    "door": '<path d="M6.5 2.5h-3v11h3M6.5 8H14M11 5l3 3-3 3"/>',
    "down": '<path d="m4 6 4 4 4-4"/>',
    "filter": '<path d="M2 4h12M4.5 8h7M6.5 12h3"/>',
    "forward": '<path d="m6 3 5 5-5 5"/>',
    "help": '<circle cx="8" cy="8" r="6"/>'
    '<path d="M6.2 6.3a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3M8 11.4v.1"/>',
    "home": '<path d="M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7"/>',
    "inward": '<path d="M8 2v7.5M5 6.5l3 3 3-3M2.5 11v2.5h11V11"/>',
    "key": '<circle cx="5.5" cy="10.5" r="3"/><path d="m7.7 8.3 5.3-5.3M11 5l2 2"/>',
    "link": '<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0L13 6.7a2.6 2.6 0 0 0-3.7-3.6L8 4"/>'
    '<path d="M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7L8 11.7"/>',
    "lock": '<rect x="3" y="7" width="10" height="7" rx="2"/>'
    '<path d="M5 7V5a3 3 0 0 1 6 0v2"/>',
    "menu": '<path d="M2.5 4h11M2.5 8h11M2.5 12h11"/>',
    "more": '<path d="M3.5 8h.1M8 8h.1M12.5 8h.1" stroke-width="2"/>',
    "note": '<path d="M2.5 3h11v8H7l-3.5 3v-3h-1Z"/>',
    "outward": '<path d="M8 9.5V2M5 5l3-3 3 3M2.5 11v2.5h11V11"/>',
    "paper": '<path d="M4 1.8h5.5L13 5.3v8.9H4ZM9.5 1.8v3.5H13"/>'
    '<path d="M6.3 8.5h4.4M6.3 11h4.4"/>',
    "pen": '<path d="m3 13 .7-3L11 2.7 13.3 5 6 12.3Z"/>',
    "people": '<circle cx="6" cy="5.5" r="2.5"/><path d="M1.5 13a4.5 4.5 0 0 1 9 0'
    'M10.3 3.2a2.5 2.5 0 0 1 0 4.6M12 9.2a4.5 4.5 0 0 1 2.5 3.8"/>',
    "person": '<circle cx="8" cy="5" r="2.8"/><path d="M3 14a5 5 0 0 1 10 0Z"/>',
    "phone": '<path d="M3 2.5h2.6L7 6 5.4 7.3a8 8 0 0 0 3.3 3.3L10 9l3.5 1.4V13'
    'c0 .5-.5 1-1 1C7 14 2 9 2 3.5c0-.5.5-1 1-1Z"/>',
    "plug": '<path d="M5.5 2v3.5M10.5 2v3.5M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0ZM8 12v3"/>',
    "print": '<path d="M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7Z"/>',
    "repeat": '<path d="M3 7a5 5 0 0 1 8.7-2.4L13 6M13 2.8V6H9.8M13 9a5 5 0 0 1-8.7 2.4'
    'L3 10M3 13.2V10h3.2"/>',
    "search": '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>',
    "sheet": '<rect x="2" y="2.5" width="12" height="11" rx="2"/>'
    '<path d="M2 6.5h12M2 10h12M6.5 6.5v7"/>',
    "shield": '<path d="M8 1.8 13 3.6v4c0 3-2 5.3-5 6.6-3-1.3-5-3.6-5-6.6v-4Z"/>'
    '<path d="M5.8 8l1.6 1.6 3-3.1"/>',
    "star": '<path d="m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 '
    '.8-4.1L2 6.3l4.2-.5Z"/>',
    "undo": '<path d="M3 6.5h7a3.5 3.5 0 0 1 0 7H7M6 3.5l-3 3 3 3"/>',
    "warning": '<path d="M8 2.2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1"/>',
}
OF_SCREEN = {
    "Home": "home",
    "Werkplanning": "calendar",
    "Werknemers": "people",
    "Werkbriefjes": "checked",
    "Werkbriefjes controle": "compare",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "check" %}`: decoration; the words beside it carry the meaning."""
    shape = mark_safe(SHAPES[name])  # noqa: S308  (drawn above)
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', shape
    )


@register.simple_tag
def icon_of(screen: str) -> SafeString:
    """The icon of a screen by the title in its menu item; the plain sheet otherwise."""
    return icon(OF_SCREEN.get(screen, "paper"))
