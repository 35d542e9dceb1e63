"""Keeping the usual week of an assignment."""

from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import BaseBlock, BaseSchedule
from werkbrief.planning.reads.usual import Pattern, pattern_of
from werkbrief.staffing.models import Assignment

KIND = "planning.baseschedule"


@transaction.atomic
def schedule(
    assignment: Assignment, pattern: Pattern, *, by: User | None, at: datetime
) -> BaseSchedule:
    """Make this the usual week from its day on; the same twice changes nothing."""
    Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)
    found, is_new = BaseSchedule.objects.get_or_create(
        assignment=assignment,
        valid_from=pattern.valid_from,
        defaults={"cycle": pattern.cycle},
    )
    present = pattern_of(found)
    wanted = pattern._replace(blocks=tuple(sorted(pattern.blocks)))
    if present == wanted and not is_new:
        return found
    found.blocks.all().delete()
    found.cycle = pattern.cycle
    found.save(update_fields=["cycle"])
    BaseBlock.objects.bulk_create(
        BaseBlock(schedule=found, **block._asdict()) for block in wanted.blocks
    )
    before = None if is_new else _shown(present)
    trace = Trace(KIND, found.pk, before, _shown(wanted))
    record("planning.scheduled", Deed(assignment.agency_id, by, at), [trace])
    return found


def _shown(pattern: Pattern) -> dict[str, object]:
    return {
        "valid_from": pattern.valid_from.isoformat(),
        "cycle": pattern.cycle,
        "blocks": [list(block) for block in pattern.blocks],
    }
