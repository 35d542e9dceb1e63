"""Percentages and euros as the notation writes them."""

from fractions import Fraction


def number(percent: Fraction | None) -> str:
    """Write "150", "128.44", "162.5"; "?" when unknown.

    >>> number(Fraction(12844, 100)), number(Fraction(400, 3)), number(None)
    ('128.44', '133.33', '?')
    """
    if percent is None:
        return "?"
    whole, rest = divmod(round(percent * 100), 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def euros(amount: Fraction | None) -> str:
    """Write "15,73", to whole cents, half a cent up; "?" when unknown.

    >>> euros(Fraction(1573, 100)), euros(Fraction(1, 8)), euros(None)
    ('15,73', '0,13', '?')
    """
    if amount is None:
        return "?"
    cents = int(amount * 100 + Fraction(1, 2))
    return f"{cents // 100},{cents % 100:02}"
