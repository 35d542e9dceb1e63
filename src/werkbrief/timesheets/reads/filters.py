"""What somebody wants to see of a week; it stands in the address, to be mailed."""

from dataclasses import dataclass

from werkbrief.planning import reads as planning


@dataclass(frozen=True, slots=True)
class Filters(planning.Filters):
    """As of the planning, and whether only approved hours remain (S5.4.1)."""

    hide_planned: bool = False
