"""What must never stand in a log: the address of a personal link opens it."""

import logging
import re

SECRET = re.compile(r"(/mijn/)[^/\s]+")


def masked(text: str) -> str:
    """Leave the place of a secret, not the secret.

    >>> masked("Not Found: /mijn/12-a0b1/weken/2026-W47/")
    'Not Found: /mijn/…/weken/2026-W47/'
    """
    return SECRET.sub(r"\1…", text)


class MaskingFormatter(logging.Formatter):
    """Goes over every line, traceback and all, before it is written."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))
