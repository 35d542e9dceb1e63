"""Taking back hours that a clock brought, where nobody went on with them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from werkbrief.journal.actions import Trace
from werkbrief.journal.models import Change
from werkbrief.timesheets.actions.changing import refuse_overlap
from werkbrief.timesheets.actions.locking import KIND, hold_workers, snapshot, store
from werkbrief.timesheets.models import TimeEntry

JUDGED = "over deze uren is al geoordeeld"
CHANGED = "deze uren zijn daarna gewijzigd"
AT_ONCE = 10_000
_FIELDS = [
    "start",
    "end",
    "break_minutes",
    "version",
    "is_touched",
    "is_occupying",
]


@dataclass(slots=True)
class HoursBack:
    """The entries that went back, and those that could not, each with why."""

    entries: list[TimeEntry] = field(default_factory=list)
    left: list[tuple[TimeEntry, str]] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)


def take_back_hours(changes: Iterable[Change]) -> HoursBack:
    """Put these entries back to before; one that was added stands no longer.

    Raises Overlapping when somebody's hours meanwhile stand in the old place.
    """
    told, by_entry = HoursBack(), {change.subject_id: change for change in changes}
    for entry in _entries(list(by_entry)):
        change = by_entry[entry.pk]
        now = snapshot(entry)
        if hasattr(entry, "decision"):
            told.left.append((entry, JUDGED))
        elif now != change.after:
            told.left.append((entry, CHANGED))
        else:
            _put_back(entry, change.before)
            told.entries.append(entry)
            told.traces.append(Trace(KIND, entry.pk, now, change.before))
    standing = [entry for entry in told.entries if entry.is_occupying]
    hold_workers(entry.worker_id for entry in told.entries)
    if standing:
        refuse_overlap(standing)
    store(told.entries, _FIELDS)
    return told


def shifts_in_use(shifts: list[int]) -> dict[int, str]:
    """Shift id -> why its hours can no longer follow the planning."""
    found: dict[int, str] = {}
    for first in range(0, len(shifts), AT_ONCE):
        rows = TimeEntry.objects.filter(shift__in=shifts[first : first + AT_ONCE])
        judged = rows.filter(decision__isnull=False)
        for pk in rows.filter(is_touched=True).values_list("shift", flat=True):
            found[pk] = "deze uren heeft iemand al ingevuld"
        for pk in judged.values_list("shift", flat=True):
            found[pk] = JUDGED
    return found


def _entries(ids: list[int]) -> Iterable[TimeEntry]:
    for first in range(0, len(ids), AT_ONCE):
        some = TimeEntry.objects.filter(pk__in=ids[first : first + AT_ONCE])
        rows = some.select_related("worker", "client", "decision")
        yield from rows.order_by("start", "pk")


def _put_back(entry: TimeEntry, before: dict[str, int] | None) -> None:
    entry.version += 1
    if before is None:
        entry.is_occupying = entry.is_touched = False
        return
    entry.start, entry.end = before["start"], before["end"]
    entry.break_minutes = before["break_minutes"]
    entry.is_touched = bool(before["is_touched"])
