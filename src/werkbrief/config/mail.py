"""How mail leaves the house: by a server, or printed while trying things out."""

from typing import Any

import dj_email_url

WAYS = {"console", "smtp", "submission"}


def read(url: str) -> dict[str, Any]:
    """Django's settings for this URL; a ValueError when no mail could leave by it.

    `submission` is encrypted from the start of the conversation on (STARTTLS).
    """
    scheme, _, _ = url.partition(":")
    settings = dict(dj_email_url.parse(url))
    if scheme not in WAYS or (scheme != "console" and not settings["EMAIL_HOST"]):
        raise ValueError(scheme)
    return settings
