"""The pay of a client's whole week, for the workbook and the exports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ontrafelaar import Override
from werkbrief.pay.reads.by_hand import overrides_of
from werkbrief.pay.reads.hours import (
    NO_AGREEMENT,
    Hours,
    agreement_on,
    agreements_of,
    counting,
    earlier,
    unraveled,
)
from werkbrief.pay.reads.lines import Line, lines
from werkbrief.staffing.models import Agreement, Client, Membership
from werkbrief.timesheets.models import TimeEntryQuerySet
from werkbrief.timesheets.reads import entries_for
from werkbrief.words.clock import day_of
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week


def pay_of_week(membership: Membership, week: Week) -> dict[int, list[Line]]:
    """Entry id -> its lines, for every worker of this client's week: five statements.

    A member who sees some departments only gets their entries, computed with the
    worker's whole week. Entries that can't be computed are left out.
    """
    client = membership.client
    entries = client.time_entries.in_week(week)
    visible = set(entries_for(membership).in_week(week).values_list("pk", flat=True))
    return {
        pk: found
        for pk, found in pay_of_hours(client, week, entries).items()
        if pk in visible and not isinstance(found, str)
    }


def pay_of_hours(
    client: Client, week: Week, entries: TimeEntryQuerySet
) -> dict[int, list[Line] | str]:
    """Entry id -> its lines, with these entries as all of the week: four statements.

    A fifth where a CAO counts by longer than a week. A sentence stands where an entry
    can't be computed.
    """
    agreements = agreements_of(client)
    by_worker: dict[int, list[Hours]] = defaultdict(list)
    for row in counting(client, entries, week):
        by_worker[row.worker].append(row)
    before = earlier(client.time_entries.all(), week, agreements)
    by_hand = overrides_of(entries)
    return {
        pk: found
        for worker, own in by_worker.items()
        for pk, found in _paid(own, agreements, before.get(worker, []), by_hand)
    }


def to_judge(client: Client, week: Week) -> dict[int, str]:
    """Entry id -> the lines set by hand of which the computation changed since.

    One statement in a week in which nobody set a line by hand, five where they did.
    """
    entries = client.time_entries.in_week(week)
    by_hand = overrides_of(entries)
    if not by_hand:
        return {}
    workers = entries.filter(pk__in=list(by_hand)).values("worker")
    paid = pay_of_hours(client, week, entries.filter(worker__in=workers))
    return {
        pk: ", ".join(sorted({line.label for line in found if line.is_to_judge}))
        for pk, found in paid.items()
        if not isinstance(found, str) and any(line.is_to_judge for line in found)
    }


def _paid(
    rows: Sequence[Hours],
    agreements: Iterable[Agreement],
    before: Sequence[Hours],
    by_hand: Mapping[int, Sequence[Override]],
) -> Iterator[tuple[int, list[Line] | str]]:
    """Each entry by the agreement of its day, each agreement over the whole week."""
    by_agreement: dict[Agreement, list[Hours]] = defaultdict(list)
    for row in rows:
        if row.is_away:
            continue
        if agreement := agreement_on(agreements, day_of(row.start)):
            by_agreement[agreement].append(row)
        else:
            yield row.pk, say(NO_AGREEMENT)
    for agreement, own in by_agreement.items():
        overrides = [one for row in own for one in by_hand.get(row.pk, ())]
        outcome = unraveled([*before, *rows], agreement, overrides)
        for row in own:
            if isinstance(outcome, str):
                yield row.pk, outcome
            else:
                yield row.pk, list(lines(outcome, row.pk))
