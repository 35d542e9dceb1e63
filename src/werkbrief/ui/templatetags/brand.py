"""The agency's colours on a page, as a style sheet of its own: the policy is strict."""

import re

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
# What the tokens hold already needs no request.
OURS = "#0b6b50"
COLOR = re.compile(r"#[0-9a-f]{6}")


@register.simple_tag
def brand_link(color: str) -> SafeString:
    """`{% brand_link agency.brand_color %}`: nothing for our own green."""
    if color == OURS or not COLOR.fullmatch(color or ""):
        return SafeString("")
    href = reverse("brand", args=[color[1:]])
    return format_html('<link rel="stylesheet" href="{}">', href)
