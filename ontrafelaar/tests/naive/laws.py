"""The TOML of a pack, as far as the second reading needs it."""

import re
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from naive.clocks import minutes


@dataclass(eq=False)
class Law:
    """One rule as its texts say it; `windows` is the text after `when`."""

    name: str
    pay: str
    windows: str = ""
    over: str = ""
    counts: str = ""
    conditions: tuple[str, ...] = ()
    rounding: str = ""
    least: int = 0
    kind: str = ""
    article: str = ""


@dataclass(eq=False)
class Book:
    """One version of a CAO."""

    cao: dict
    laws: list[Law]
    groups: dict[str, tuple[str, ...]]
    stack: dict
    lists: dict
    worth: dict = field(default_factory=dict)

    @property
    def holidays(self):
        return tuple(self.cao.get("holidays", ()))


@cache
def read(text):
    raw = tomllib.loads(text)
    laws = [_law(name, one) for name, one in raw.get("rules", {}).items()]
    groups = {}
    for name, matrix in raw.get("matrix", {}).items():
        made = _matrix(name, matrix)
        groups[name] = tuple(law.name for law in made)
        laws += made
    month = raw["cao"].get("maandloon")
    book = Book(
        raw["cao"], laws, groups, raw.get("stack", {}), raw.get("aangewezen", {})
    )
    book.worth = {law.name: worth(law.pay, month) for law in laws}
    return book


def _law(name, raw):
    return Law(
        name,
        raw["pay"],
        raw.get("when", ""),
        raw.get("over", ""),
        raw.get("counts", ""),
        tuple(raw["if"].split(" en ")) if "if" in raw else (),
        raw.get("round", ""),
        minutes(raw.get("minimaal", "0:00")),
        raw.get("kind", ""),
        raw["art"],
    )


def _matrix(name, raw):
    """One law per height; nothing for what is zero."""
    found = {}
    for hours, cells in raw.items():
        if not hours[0].isdigit():
            continue
        for cell in cells.split(","):
            days, _, figure = cell.strip().partition(" ")
            height = None if figure == "?" else number(figure.rstrip("%"))
            if height is not None and raw.get("telt") == "totaal":
                height -= 100
            if height != 0:
                found.setdefault(height, []).append(f"{days} {hours}")
    more = [f"niet {raw['niet']}"] if "niet" in raw else []
    return [
        Law(
            f"{name}-{_spelled(height)}",
            "?" if height is None else f"{height}%",
            ", ".join(windows + more),
            article=raw["art"],
        )
        for height, windows in found.items()
    ]


def _spelled(height):
    if height is None:
        return "onbekend"
    return f"{float(height):.2f}".rstrip("0").rstrip(".").replace(".", "-")


def number(text):
    """From "50", "33 1/3", "28,44", "100/3"."""
    return sum(Fraction(part) for part in text.replace(",", ".").split())


@dataclass(frozen=True)
class Worth:
    """Percent on top, or euros (of the month's wage: percent of that) per unit."""

    percent: Fraction | None = None
    euros: Fraction | None = None
    unit: str = ""
    most: Fraction | None = None
    is_of_month: bool = False


def worth(text, month):
    text, _, most = text.partition(" + max € ")
    most = number(most) if most else None
    if text == "?":
        return Worth()
    if text.startswith("€"):
        euros, unit = re.fullmatch(r"€ ?([\d.,]+) per (\w+)", text).groups()
        return Worth(euros=number(euros), unit=unit, most=most)
    height = number(text.partition("%")[0])
    if "maandloon" not in text:
        return Worth(percent=height, most=most)
    if month:
        return Worth(percent=height / number(month.partition("%")[0]) * 100 - 100)
    return Worth(euros=height, unit="uur", most=most, is_of_month=True)
