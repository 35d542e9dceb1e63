"""How screens tell who stands in for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkbrief.staffing.models import Substitute
from werkbrief.staffing.reads import address_for


@dataclass(frozen=True, slots=True)
class SubstituteLine:
    """`address` is where the stand-in does the work, in place of the client's own."""

    id: int
    absent: str
    stand_in: str
    client: str
    agency: str
    first: date
    last: date
    is_now: bool
    address: str


def print_substitutes(
    substitutes: Iterable[Substitute], today: date
) -> list[SubstituteLine]:
    return [_line(one, today) for one in substitutes]


def print_lent(substitutes: Iterable[Substitute]) -> list[SubstituteLine]:
    """Those that hold today: each is a way in."""
    return [_line(one, one.starts_on) for one in substitutes]


def _line(one: Substitute, today: date) -> SubstituteLine:
    client = one.absent.client
    return SubstituteLine(
        id=one.pk,
        absent=one.absent.who,
        stand_in=one.stand_in.who,
        client=client.name,
        agency=client.agency.name,
        first=one.starts_on,
        last=one.ends_on,
        is_now=one.starts_on <= today <= one.ends_on,
        address=address_for(one, client),
    )
