"""Scripts of a page, with all that they import told beforehand."""

import re
from functools import cache
from pathlib import Path

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
SCRIPTS = Path(__file__).parents[1] / "static/ui/js"
IMPORT = re.compile(r'^(?:import|export)\b[^;]*?\bfrom "\./([\w-]+)\.js"', re.MULTILINE)


@register.simple_tag
@cache
def module(name: str) -> SafeString:
    """`{% module "week-grid" %}`: the script, and its imports as preloads.

    Else a browser learns what a module imports when it has read it, and of each storey
    the next: three rounds before the grid has hands, one now.
    """
    preloads = format_html_join(
        "",
        '<link rel="modulepreload" href="{}">',
        ((_address(part),) for part in imported(name)),
    )
    script = format_html('<script type="module" src="{}"></script>', _address(name))
    return preloads + script


def imported(name: str) -> list[str]:
    """Every module that this one needs, each once, in the order of first need."""
    found: dict[str, None] = {}
    left = [name]
    while left:
        source = (SCRIPTS / f"{left.pop(0)}.js").read_text()
        new = [part for part in IMPORT.findall(source) if part not in found]
        found |= dict.fromkeys(new)
        left += new
    return list(found)


def _address(name: str) -> str:
    return static(f"ui/js/{name}.js")
