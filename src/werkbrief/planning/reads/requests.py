"""Requests for staff of a week: asked, filled, open (S3.10)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from werkbrief.planning.models import Outcome, StaffingOrder
from werkbrief.planning.reads.filters import Place
from werkbrief.words.clock import clock

COLUMNS = (
    "pk",
    "start",
    "end",
    "break_minutes",
    "headcount",
    "remark",
    "asked_at",
    "asked_by__name",
    "asked_by",
    "answer__outcome",
    "answer__reason",
    "answer__by__name",
    "department__name",
    "crew__name",
    "job_function__name",
)


@dataclass(slots=True)
class Request:
    """One request on screen; `filled` is how many work in it."""

    id: int
    start: int
    end: int
    pause: int
    headcount: int
    remark: str
    asked_at: datetime | None
    asked_by: str
    asked_by_id: int | None
    outcome: str
    reason: str
    answered_by: str
    place: Place
    filled: int = 0

    @property
    def stands(self) -> bool:
        """Declined and withdrawn ones ask for nobody any more."""
        return self.outcome not in (Outcome.DECLINED, Outcome.WITHDRAWN)

    @property
    def waits(self) -> bool:
        """Sent by the client, not yet answered by the agency."""
        return self.asked_at is not None and not self.outcome

    @property
    def open(self) -> int:
        return max(self.headcount - self.filled, 0)

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"


@dataclass(frozen=True, slots=True)
class Filler:
    """A planned shift that may fill a request; `order` when it was planned for one."""

    start: int
    end: int
    place: Place
    order: int | None


def requests_of(orders: QuerySet[StaffingOrder]) -> Iterator[Request]:
    """One statement."""
    for row in orders.order_by("start", "pk").values_list(*COLUMNS):
        pk, start, end, pause, headcount, remark, asked_at, *rest = row
        by, by_id, outcome, reason, answered_by, *parts = rest
        department, crew, job_function = (part or "" for part in parts)
        yield Request(
            id=pk,
            start=start,
            end=end,
            pause=pause,
            headcount=headcount,
            remark=remark,
            asked_at=asked_at,
            asked_by=by or "",
            asked_by_id=by_id,
            outcome=outcome or "",
            reason=reason or "",
            answered_by=answered_by or "",
            place=(department, crew, job_function),
        )


def fill(requests: Iterable[Request], fillers: Iterable[Filler]) -> None:
    """Count who fills what.

    What a client asked extra counts only the shifts planned for it. What came in with
    a planning tells the whole need: a shift of that place fills it, each at most one,
    first those of exactly these times, then those that cover half of it.
    """
    by_id = {request.id: request for request in requests}
    left = []
    for filler in fillers:
        if filler.order in by_id:
            by_id[filler.order].filled += 1
        else:
            left.append(filler)
    whole = [one for one in by_id.values() if one.stands and one.asked_at is None]
    for fits in (_exactly, _by_half):
        left = [filler for filler in left if not _take(whole, filler, fits)]


Fits = Callable[[Request, Filler], bool]


def _take(requests: Iterable[Request], filler: Filler, fits: Fits) -> bool:
    for request in requests:
        if request.open and _belongs(request, filler) and fits(request, filler):
            request.filled += 1
            return True
    return False


def _belongs(request: Request, filler: Filler) -> bool:
    return all(
        want in ("", have)
        for want, have in zip(request.place, filler.place, strict=True)
    )


def _exactly(request: Request, filler: Filler) -> bool:
    return (request.start, request.end) == (filler.start, filler.end)


def _by_half(request: Request, filler: Filler) -> bool:
    shared = min(request.end, filler.end) - max(request.start, filler.start)
    return 2 * shared >= request.end - request.start
