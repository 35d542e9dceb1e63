"""The pay of a client's whole week, for the workbook and the exports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ontrafelaar import Outcome
from werkbrief.pay.reads.hours import (
    Hours,
    agreement_on,
    agreements_of,
    counting,
    unraveled,
)
from werkbrief.pay.reads.lines import Line, lines
from werkbrief.staffing.models import Agreement, Membership
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.clock import day_of
from werkbrief.words.weeks import Week


def pay_of_week(membership: Membership, week: Week) -> dict[int, list[Line]]:
    """Entry id -> its lines, for every worker of this client's week: four statements.

    A member who sees some departments only gets their entries, computed with the
    worker's whole week. Entries that can't be computed are left out.
    """
    client = membership.client
    agreements = agreements_of(client)
    rows = counting(client, client.time_entries.in_week(week), week)
    visible = set(entries_for(membership).in_week(week).values_list("pk", flat=True))
    by_worker: dict[int, list[Hours]] = defaultdict(list)
    for row in rows:
        by_worker[row.worker].append(row)
    return {
        pk: found
        for own in by_worker.values()
        for pk, found in _lines(own, agreements)
        if pk in visible
    }


def _lines(
    rows: Sequence[Hours], agreements: Iterable[Agreement]
) -> Iterator[tuple[int, list[Line]]]:
    """Each entry by the agreement of its day, each agreement over the whole week."""
    by_agreement: dict[Agreement, list[Hours]] = defaultdict(list)
    for row in rows:
        if agreement := agreement_on(agreements, day_of(row.start)):
            by_agreement[agreement].append(row)
    for agreement, own in by_agreement.items():
        outcome = unraveled(rows, agreement)
        if isinstance(outcome, Outcome):
            for row in own:
                yield row.pk, list(lines(outcome, row.pk))
