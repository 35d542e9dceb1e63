"""`pay`: what a rule is worth."""

import re
from dataclasses import dataclass
from fractions import Fraction

PERCENT = re.compile(
    r"(?P<whole>\d+(?:[.,]\d+)?)(?: (?P<top>\d+)/(?P<bottom>\d+))? ?%"
    r"(?P<month> van maandloon)?(?: \+ max € ?(?P<cap>\d+(?:[.,]\d+)?))?"
)
EUROS = re.compile(
    r"€ ?(?P<euros>\d+(?:[.,]\d+)?) per (?P<unit>uur|dienst|dag|week)"
    r"(?: \+ max € ?(?P<cap>\d+(?:[.,]\d+)?))?"
)


@dataclass(frozen=True, slots=True)
class Pay:
    """A percentage, or euros per unit; neither is "?": still to be determined.

    `cap` is the most that it comes to in euros: per hour of a percentage, per shift of
    an amount. `of_month` keeps "0.78% van maandloon" as written.
    """

    percent: Fraction | None = None
    euros: Fraction | None = None
    unit: str = ""
    cap: Fraction | None = None
    of_month: Fraction | None = None

    @property
    def is_amount(self) -> bool:
        return bool(self.unit)

    @property
    def is_unknown(self) -> bool:
        return self.percent is None and self.euros is None


def read_pay(text: str, hour_of_month: Fraction | None = None) -> Pay:
    """Read "50%", "33 1/3%", "€ 3,77 per uur", "10% + max € 25,35", "?".

    `hour_of_month` is what part of a month's wage an hour is, in percent: with it
    "0.78% van maandloon" is a surcharge, without it an amount per hour.
    """
    if text == "?":
        return Pay()
    if match := EUROS.fullmatch(text):
        return Pay(
            euros=_number(match["euros"]),
            unit=match["unit"],
            cap=_number(match["cap"]) if match["cap"] else None,
        )
    match = PERCENT.fullmatch(text)
    if not match or match["bottom"] == "0":
        raise ValueError(text)
    part = Fraction(0)
    if match["top"]:
        part = Fraction(int(match["top"]), int(match["bottom"]))
    percent = _number(match["whole"]) + part
    cap = _number(match["cap"]) if match["cap"] else None
    if not match["month"]:
        return Pay(percent=percent, cap=cap)
    if hour_of_month:
        surcharge = percent / hour_of_month * 100 - 100
        return Pay(percent=surcharge, cap=cap, of_month=percent)
    return Pay(unit="uur", of_month=percent)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))
