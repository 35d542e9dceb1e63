"""Long inputs of few letters: reading twice as much may take about twice as long."""

import json
from time import process_time

from tests.fuzz import files, messages, pasted, words
from tests.fuzz.target import answer, as_text

RUNS = (" ", "1", "a", "\n", ":", "1 ", "8u", "é", "é\u0301\u0327", "-", ";", ".", "\t")
BEGINS, ENDS = ("", "1", "7:30 ", "a"), ("", "x", " uur")
PERSON = json.dumps(messages.PERSON)


def texts(length):
    """Every short run, repeated to this length, with something before and after."""
    for run in RUNS:
        for begin in BEGINS:
            for end in ENDS:
                yield begin + run * (length // len(run)) + end


def messages_of(length):
    """Many small messages, many lines in one, one that goes deep."""
    times = length // len(PERSON)
    line = "<singlePlanningLine><startDateTime>x</startDateTime></singlePlanningLine>"
    yield f"[{','.join([PERSON] * times)}]"
    yield f"<PlanningAssignment>{line * (length // 70)}</PlanningAssignment>"
    yield '{"person":' * (length // 10)
    yield "<person>" * (length // 8)


def sheets_of(length):
    for run in (";", "a;", "\r\n", '"', '";"', " ", "16-11-2026;"):
        yield files.csv().decode() + "\r\n" + run * (length // len(run))


READERS = {
    **{
        f"{words.TARGET.name} {number}": (
            lambda text, reader=reader: answer(reader, text),
            texts,
        )
        for number, reader in enumerate(words.READERS)
    },
    "geplakt": (lambda text: pasted.read(text.encode()), texts),
    "berichten": (lambda text: messages.read(text.encode()), messages_of),
    "bestanden": (lambda text: files.read(text.encode()), sheets_of),
}


def seconds(name, length):
    """CPU of the slowest input of this length, and how that input begins."""
    read, inputs = READERS[name]
    slowest = (0.0, "")
    for text in inputs(length):
        start = process_time()
        read(as_text(text.encode("utf-8", "surrogatepass")))
        slowest = max(slowest, (process_time() - start, text[:12]))
    return slowest


def ratios(length=50_000):
    """Per reader: how much longer twice the length takes, the slowest input."""
    for name in READERS:
        short, _ = seconds(name, length)
        long, text = seconds(name, 2 * length)
        yield name, long / max(short, 1e-4), long, text
