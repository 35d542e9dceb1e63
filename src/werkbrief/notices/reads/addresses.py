"""Where a button in a mail leads: there is no request to tell it."""

from django.conf import settings
from django.urls import reverse


def portal_address(name: str, *args: object) -> str:
    """The whole address of a screen, by its name."""
    return settings.PORTAL_URL + reverse(name, args=[str(arg) for arg in args])
