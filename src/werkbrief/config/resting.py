"""Addresses that are read when one of them is asked for: most processes never are."""

from django.urls import URLResolver


class RestingResolver(URLResolver):
    """An urlconf by its name, under a namespace of its own.

    Django's own resolver reads its urlconf late as well, but the one above it fills
    everybody's tables for `reverse`. Of what has a namespace it uses only the name.
    """

    def _populate(self) -> None:
        pass
