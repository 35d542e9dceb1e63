"""How mail leaves the house: by a server, or printed while trying things out."""

import logging
from collections.abc import Callable
from threading import Timer
from typing import Any

import dj_email_url
from django.db import connections

log = logging.getLogger(__name__)
A_MOMENT = 0.25
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


def later(work: Callable[[], None]) -> None:
    """Do this when the visitor has long had an answer; a failure is in the log.

    Not at once: a thread that starts takes its turn before the answer has gone, and
    that would tell a stopwatch whether there was something to do.
    """
    Timer(A_MOMENT, _do, [work]).start()


def _do(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception as trouble:  # noqa: BLE001  (nobody is left to tell it to)
        # Neither address nor text: the log holds no personal data.
        log.error("Een mail ging niet weg: %s", type(trouble).__name__)  # noqa: TRY400
    finally:
        connections.close_all()
