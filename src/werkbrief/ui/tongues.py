"""Speaking somebody's language: the catalogue's sentences and the words' days as one.

Never `translation.activate` alone: the days of the week would stay Dutch.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation

from werkbrief.words import tongues


def speak(language: str) -> None:
    """From here on, until the block around it ends."""
    translation.activate(language)
    tongues.speak(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    with translation.override(language), tongues.speaking(language):
        yield
