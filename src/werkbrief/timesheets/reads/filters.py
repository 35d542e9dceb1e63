"""What somebody wants to see of a week; it stands in the address, to be mailed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty is "all". Names, not ids: an address stays readable.

    `start` and `end` are "08:30"; `query` is folded by the sheet.
    """

    query: str = ""
    department: str = ""
    crew: str = ""
    job_function: str = ""
    start: str = ""
    end: str = ""
    hide_planned: bool = False

    def __bool__(self) -> bool:
        return self != Filters()
