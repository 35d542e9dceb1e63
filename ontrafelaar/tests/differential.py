"""The engine and a second reading of the rules, on as many random weeks as you like.

    python ontrafelaar/tests/differential.py 20000

Each week has a number: `differential.py 0 4711` does week 4711 alone, and tells all of
it. Exit code 1 when one differs.
"""

import random
import sys
from time import monotonic

from naive.chances import random_case
from naive.comparing import differences, in_columns

STEP = 500


def main(words):
    count, *first = (int(word) for word in words or ["20000"])
    if not count:
        case = random_case(random.Random(first[0]), first[0])
        print(*case.packs, *case.shifts, case.facts, case.agreed, sep="\n")
        return tell(first[0])
    numbers = range(sum(first), sum(first) + count)
    begun, wrong = monotonic(), 0
    for done, number in enumerate(numbers, start=1):
        wrong += tell(number)
        if done % STEP == 0 or done == count:
            took = monotonic() - begun
            print(f"{done} weken, {wrong} anders, {took:.0f} s", flush=True)
    return int(wrong > 0)


def tell(number):
    """1 when the week with this number differs, and what does."""
    case = random_case(random.Random(number), number)
    found = differences(case) + in_columns(case)
    for sentence in found:
        print(f"week {number}: {sentence}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
