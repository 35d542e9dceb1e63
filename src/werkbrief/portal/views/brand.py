"""An agency's colours: the address holds the colour, so it can be kept for ever."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control

from werkbrief.staffing.models import Logo
from werkbrief.ui.colors import dark_brand, light_brand

YEAR = 365 * 24 * 3600


@cache_control(public=True, max_age=YEAR, immutable=True)
def brand(_request: HttpRequest, color: str) -> HttpResponse:
    light, dark = light_brand(f"#{color}"), dark_brand(f"#{color}")
    tokens = {
        "brand": (light.brand, dark.brand),
        "on-brand": (light.on_brand, dark.on_brand),
        "brand-soft": (light.soft, dark.soft),
    }
    lines = (f"--{name}: light-dark({a}, {b});" for name, (a, b) in tokens.items())
    return HttpResponse(f":root {{ {' '.join(lines)} }}\n", content_type="text/css")


@cache_control(public=True, max_age=YEAR, immutable=True)
def logo(_request: HttpRequest, digest: str) -> HttpResponse:
    """The agency's sign; another one has another address."""
    held = get_object_or_404(Logo, digest=digest)
    return HttpResponse(bytes(held.content), content_type=held.kind)
