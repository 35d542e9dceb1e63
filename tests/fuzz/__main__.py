"""Hunt every parser, or those named: `python -m tests.fuzz 10 woorden bestanden`.

So many minutes each, one after the other. What reaches new lines of the code, and the
shortest of every mishap, joins tests/fuzz/corpus. Exit code 1 when there was any.
`python -m tests.fuzz groei` tells how much longer twice as long an input takes.
"""

import os
import random
import sys
from tempfile import TemporaryDirectory

import django

GROWTH = "groei"
TOO_FAST = 3.0


def main(words):
    django.setup()
    from tests.fuzz.targets import TARGETS, on_stage  # noqa: PLC0415  (after setup)

    minutes, *names = words or ["10"]
    if strange := sorted(set(names) - set(TARGETS)):
        print(f"Die lezer is er niet: {', '.join(strange)}. Wel: {', '.join(TARGETS)}.")
        return 2
    with on_stage():
        if minutes == GROWTH:
            return _growth()
        hunted = [_hunted(TARGETS[name], float(minutes)) for name in names or TARGETS]
    return int(any(hunted))


def _hunted(target, minutes):
    from tests.fuzz.hunting import Hunt  # noqa: PLC0415

    hunt = Hunt(target, random.randrange(10**6))
    hunt.go(minutes, lambda told: print(told, flush=True))
    hunt.keep()
    return bool(hunt.wrong)


def _growth():
    """Below a few milliseconds a ratio says nothing."""
    from tests.fuzz.growing import ratios  # noqa: PLC0415

    red = 0
    for name, ratio, took, text in ratios():
        grows = ratio > TOO_FAST and took > 0.02
        red += grows
        print(f"{name:12} ×{ratio:.2f} {took * 1000:7.1f} ms{' !' * grows} {text!r}")
    return int(bool(red))


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        os.environ |= {
            "WERKBRIEF_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
        }
        sys.exit(main(sys.argv[1:]))
