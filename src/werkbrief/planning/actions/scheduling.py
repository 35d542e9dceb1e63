"""Keeping the usual week of an assignment."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.staffing.models import Assignment

KIND = "planning.baseschedule"


class Block(NamedTuple):
    """A usual stretch; wall-clock minutes, `end` may lie on the next day."""

    weekday: int
    start: int
    end: int
    break_minutes: int = 0


@transaction.atomic
def schedule(
    assignment: Assignment,
    valid_from: date,
    blocks: Sequence[Block],
    *,
    by: User | None,
    at: datetime,
) -> BaseSchedule:
    """Make this the usual week from that day on; the same twice changes nothing."""
    Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)
    found, is_new = BaseSchedule.objects.get_or_create(
        assignment=assignment, valid_from=valid_from
    )
    rows = found.blocks.values_list("weekday", "start", "end", "break_minutes")
    present = sorted(Block(*row) for row in rows)
    if present == sorted(blocks) and not is_new:
        return found
    found.blocks.all().delete()
    BaseBlock.objects.bulk_create(
        BaseBlock(schedule=found, **block._asdict()) for block in blocks
    )
    before = None if is_new else {"blocks": _shown(present)}
    trace = Trace(KIND, found.pk, before, {"blocks": _shown(sorted(blocks))})
    record("planning.scheduled", Deed(assignment.agency_id, by, at), [trace])
    return found


def _shown(blocks: Iterable[Block]) -> list[list[int]]:
    return [list(block) for block in blocks]
