"""How mail leaves the house: by a server, or printed while trying things out."""

import logging
from threading import Thread
from typing import Any

import dj_email_url
from django.core.mail import EmailMessage

log = logging.getLogger(__name__)
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


def post(message: EmailMessage) -> None:
    """Send it while the visitor already has an answer; a failure is in the log."""
    Thread(target=_send, args=[message], name="mail").start()


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as trouble:  # every trouble of smtplib is one
        # Neither address nor text: the log holds no personal data.
        log.error("Een mail ging niet weg: %s", type(trouble).__name__)  # noqa: TRY400
