"""A parser to hunt: how to call it, what to begin with, which words it knows."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from werkbrief.exchange.reading.mistakes import Unreadable
from werkbrief.words.refusals import Refusal

ENDS = (".", "?")


@dataclass(frozen=True)
class Target:
    """`read` gives the sort of answer; it raises what no visitor should ever meet."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    tokens: tuple[bytes, ...] = ()


def as_text(content):
    """As a form gives it; half a letter can come in by JSON."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")


def answer(read, *args):
    """What it gave, or how its refusal begins; a refusal without a sentence is none."""
    try:
        found = read(*args)
    except (Refusal, Unreadable) as refusal:
        return whole(refusal.sentence)
    return type(found).__name__


def whole(sentence):
    """The sentence without what was typed; it says something, and it ends."""
    assert len(sentence) > 10, sentence
    assert sentence.endswith(ENDS), sentence
    bare = re.sub(r"“.*”|\d+", "", sentence, flags=re.DOTALL)
    return " ".join(bare.split())[:40]
