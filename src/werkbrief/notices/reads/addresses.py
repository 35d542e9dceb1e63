"""Where a button in a mail leads: there is no request to tell it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from werkbrief.staffing.models import Agency


def portal_address(name: str, *args: object, of: Agency | None) -> str:
    """The whole address of a screen, by its name; at the agency's own host if any."""
    path = reverse(name, args=[str(arg) for arg in args])
    if of is None or not of.host:
        return str(settings.PORTAL_URL) + path
    ours = urlsplit(settings.PORTAL_URL)
    port = f":{ours.port}" if ours.port else ""
    return f"{ours.scheme}://{of.host}{port}{path}"
