"""Lines set by hand, laid over what the second reading counted."""

import random
from collections import Counter
from fractions import Fraction

from ontrafelaar import Override

BASE, PLUS = ("base", "top"), ("plus", "extra")


def some_overrides(told, seed):
    """Of lines that are there, were otherwise, or never were."""
    chance = random.Random(seed)
    sides = [(False, *one) for one in _sums(told, BASE).items()]
    sides += [(True, *one) for one in _sums(told, PLUS).items()]
    sides.sort(key=repr)
    found = []
    for is_addon, (key, percent, rules), worked in sides:
        if key is None or chance.random() < 0.7:
            continue
        what, to = chance.random(), Fraction(chance.randrange(100, 20_000), 100)
        names = ("weg",) if 0.2 < what < 0.3 else rules
        rate = Fraction(1) if 0.3 < what < 0.4 else percent
        found.append(Override(key, names, rate, worked - (what < 0.2), to, is_addon))
    return found


def overruled(told, overrides):
    """(shift, is add-on, percent, rules) -> minutes: what must come out."""
    lines = {(False, *line): n for line, n in _sums(told, BASE).items()}
    lines |= {(True, *line): n for line, n in _sums(told, PLUS).items()}
    rates, doubtful = {}, []
    for one in overrides:
        line = (one.is_addon, one.key, one.percent, one.rules)
        if lines.get(line) == one.minutes:
            rates[line] = one.to
        else:
            doubtful.append(one)
    for one in doubtful:
        own = [line for line in lines if line[1] == one.key]
        alike = [ln for ln in own if (ln[0], ln[3]) == (one.is_addon, one.rules)]
        for line in alike or [line for line in own if not line[0]]:
            rates[line] = None
    found = Counter()
    for line, minutes in lines.items():
        is_addon, key, percent, rules = line
        found[key, is_addon, rates.get(line, percent), rules] += minutes
    return found, len(doubtful)


def _sums(told, names):
    found = Counter()
    for name in names:
        for line, minutes in getattr(told, name).items():
            found[line] += minutes
    return +found
