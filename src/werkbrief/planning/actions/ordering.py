"""Writing down what a client needs, as a planning that comes in tells it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.planning.models import StaffingOrder
from werkbrief.staffing.models import Agency


@transaction.atomic
def order_staff(
    orders: Iterable[StaffingOrder], *, agency: Agency, by: User | None, at: datetime
) -> int:
    """Write down what was asked for; an equal request already there stays as it is."""
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    wanted = {_order_key(order): order for order in orders}
    if not wanted:
        return 0
    starts = [order.start for order in wanted.values()]
    present = {
        _order_key(order): order
        for order in StaffingOrder.objects.filter(
            agency=agency,
            asked_at__isnull=True,
            start__gte=min(starts),
            start__lte=max(starts),
        )
    }
    fresh = [order for key, order in wanted.items() if key not in present]
    altered = [
        (present[key], order.headcount)
        for key, order in wanted.items()
        if key in present and present[key].headcount != order.headcount
    ]
    return _store_orders(fresh, altered, Deed(agency.pk, by, at))


def _store_orders(
    fresh: list[StaffingOrder], altered: list[tuple[StaffingOrder, int]], deed: Deed
) -> int:
    kind = "planning.staffingorder"
    traces = []
    for order, headcount in altered:
        before, order.headcount = {"headcount": order.headcount}, headcount
        traces.append(Trace(kind, order.pk, before, {"headcount": headcount}))
    StaffingOrder.objects.bulk_update([o for o, _ in altered], ["headcount"])
    traces += [
        Trace(kind, order.pk, None, snapshot(order))
        for order in StaffingOrder.objects.bulk_create(fresh)
    ]
    if traces:
        record("planning.ordered", deed, traces)
    return len(traces)


def snapshot(order: StaffingOrder) -> dict[str, int | None]:
    """What the journal keeps of a request."""
    return {
        "headcount": order.headcount,
        "job_function": order.job_function_id,
        "department": order.department_id,
        "crew": order.crew_id,
        "start": order.start,
        "end": order.end,
        "break_minutes": order.break_minutes,
    }


def _order_key(order: StaffingOrder) -> tuple[int | None, ...]:
    return (
        order.client_id,
        order.department_id,
        order.crew_id,
        order.job_function_id,
        order.start,
        order.end,
    )
