"""One worker's own hours, as they were passed on; no pay, nobody else's."""

from dataclasses import dataclass
from datetime import date

from werkbrief.staffing.models import Worker
from werkbrief.timesheets.models import Objection, TimeEntry, Verdict
from werkbrief.words.clock import clock, day_of, duration
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class Said:
    """A worker's sentence and what the agency answered, if it did."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class OwnHours:
    """One judged entry; times are empty when it was rejected."""

    id: int
    start: int
    end: int
    pause: int
    client: str
    is_approved: bool
    said: tuple[Said, ...]

    @property
    def day(self) -> date:
        return day_of(self.start)

    @property
    def times(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"

    @property
    def minutes(self) -> int:
        return self.end - self.start - self.pause if self.is_approved else 0

    @property
    def total(self) -> str:
        return duration(self.minutes)

    @property
    def may_object(self) -> bool:
        return not any(not one.answer for one in self.said)


def own_hours(worker: Worker, week: Week) -> list[OwnHours]:
    """What was judged in this week, in time order: two statements."""
    entries = TimeEntry.objects.filter(worker=worker).in_week(week).judged()
    said: dict[int, list[Said]] = {}
    objections = Objection.objects.filter(entry__in=entries.values("pk"))
    for entry, text, answer in objections.values_list(
        "entry_id", "text", "answer__text"
    ):
        said.setdefault(entry, []).append(Said(text, answer or ""))
    rows = entries.order_by("start").values_list(
        "pk", "start", "end", "break_minutes", "client__name", "decision__verdict"
    )
    return [
        OwnHours(
            id=pk,
            start=start,
            end=end,
            pause=pause,
            client=client,
            is_approved=verdict == Verdict.APPROVED,
            said=tuple(said.get(pk, ())),
        )
        for pk, start, end, pause, client, verdict in rows
    ]
