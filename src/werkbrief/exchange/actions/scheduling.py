"""The usual weeks that messages tell of become base schedules."""

from collections.abc import Iterable

from werkbrief.exchange.actions.placing import Slot
from werkbrief.exchange.reading.lines import Block
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import BaseBlock, BaseSchedule

KIND = "planning.baseschedule"


def schedule(slots: Iterable[Slot], deed: Deed) -> int:
    """Store what differs; how many base schedules were made or changed."""
    traces = [trace for slot in slots if (trace := _schedule(slot))]
    if traces:
        record("planning.scheduled", deed, traces)
    return len(traces)


def _schedule(slot: Slot) -> Trace | None:
    posting = slot.posting
    if posting is None or slot.assignment is None or not posting.usual:
        return None
    found, is_new = BaseSchedule.objects.get_or_create(
        assignment=slot.assignment, valid_from=posting.starts_on
    )
    rows = found.blocks.values_list("weekday", "start", "end", "break_minutes")
    present = tuple(sorted(Block(*row) for row in rows))
    if present == posting.usual and found.cycle == 1:
        return None
    found.cycle = 1
    found.save(update_fields=["cycle"])
    found.blocks.all().delete()
    BaseBlock.objects.bulk_create(
        BaseBlock(
            schedule=found,
            weekday=block.weekday,
            start=block.start,
            end=block.end,
            break_minutes=block.break_minutes,
        )
        for block in posting.usual
    )
    before = None if is_new else {"blocks": _shown(present)}
    return Trace(KIND, found.pk, before, {"blocks": _shown(posting.usual)})


def _shown(blocks: Iterable[Block]) -> list[list[int]]:
    return [[b.weekday, b.start, b.end, b.break_minutes] for b in blocks]
