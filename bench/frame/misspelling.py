"""Names as a foreman types them: the hand slips, the ear mishears, order turns."""

from collections.abc import Iterator, Sequence
from random import Random

FIRST = "Anna Łukasz Zoë Piotr Mehmet Joris Agnieszka Ion Karolina Bram Fatima Jędrzej"
LAST = (
    "Kowalski Nowak Wójcik Dąbrowski Yılmaz Popescu El-Idrissi Jansen Bakker "
    "van-den-Berg de-Boer Kowalczyk Kamiński Zieliński Szymański Georgescu Öztürk "
    "Ionescu Hendriks Visser Lewandowski Mazur Krawczyk Petrov Horváth"
)
NAMES = [
    f"{last.replace('-', ' ')}, {first}"
    for last in LAST.split()
    for first in FIRST.split()
]
PLAIN = str.maketrans("łąęóśżźćńëıöüĘŁá", "laeoszzcneiouELa")
HEARD = [
    ("w", "v"),
    ("sz", "sj"),
    ("cz", "tsj"),
    ("ski", "sky"),
    ("j", "i"),
    ("k", "c"),
]
Known = tuple[str, str]


def misspelt(known: Sequence[Known], many: int) -> Iterator[tuple[str, Known]]:
    """(typed, meant), the same every time; half of them with a payroll number."""
    rng = Random(47)
    for case in range(many):
        meant = rng.choice(known)
        name = _slip(rng, _hear(rng, _order(rng, meant[0].translate(PLAIN))))
        yield (f"{name} {meant[1]}" if case % 2 else name), meant


def _order(rng: Random, name: str) -> str:
    last, first = name.split(", ")
    return rng.choice([f"{last}, {first}", f"{first} {last}", f"{last} {first}"])


def _hear(rng: Random, name: str) -> str:
    right, wrong = rng.choice(HEARD)
    return name.replace(right, wrong, 1)


def _slip(rng: Random, name: str) -> str:
    """One key: left out, doubled, or two turned round."""
    place = rng.randrange(1, len(name) - 1)
    before, one, two, after = (
        name[:place],
        name[place],
        name[place + 1],
        name[place + 2 :],
    )
    return before + rng.choice([two, one + one + two, two + one]) + after
