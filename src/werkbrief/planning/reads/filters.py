"""What somebody wants to see of a week; it stands in the address, to be mailed."""

from collections.abc import Iterable
from dataclasses import dataclass

from werkbrief.staffing.models import fold
from werkbrief.words.clock import clock

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty is "all". Names, not ids: an address stays readable.

    `start` and `end` are "08:30"; `query` is folded here.
    """

    query: str = ""
    department: str = ""
    crew: str = ""
    job_function: str = ""
    start: str = ""
    end: str = ""

    def __bool__(self) -> bool:
        return self != type(self)()

    def take_place(self, place: Place) -> bool:
        """Department, crew and function are those that were chosen."""
        wanted = (self.department, self.crew, self.job_function)
        return all(want in ("", have) for want, have in zip(wanted, place, strict=True))

    def take_times(self, start: int, end: int) -> bool:
        """S3.1.1-3: exactly this start, exactly this end, or both at once."""
        return self.start in ("", clock(start)) and self.end in ("", clock(end))

    def take(self, place: Place, folded: str, spans: Iterable[tuple[int, int]]) -> bool:
        """A worker is shown when one stretch of the week has these times (S3.1.4)."""
        return (
            self.take_place(place)
            and fold(self.query.strip()) in folded
            and (
                not (self.start or self.end)
                or any(self.take_times(*span) for span in spans)
            )
        )
