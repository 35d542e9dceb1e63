"""Whom a deed of the journal was about: the worker behind hours or a shift."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from werkbrief.journal.reads import Happening
from werkbrief.planning.models import Absence, BaseSchedule, Shift
from werkbrief.staffing.models import Agency
from werkbrief.timesheets.models import LessonAnswer, TimeEntry

# Kind of thing -> its rows, and the way from one to its worker.
WORKERS: Mapping[str, tuple[Any, str]] = {
    "timesheets.timeentry": (TimeEntry.objects, "worker"),
    "timesheets.lessonanswer": (LessonAnswer.objects, "assignment__worker"),
    "planning.shift": (Shift.objects, "worker"),
    "planning.absence": (Absence.objects, "worker"),
    "planning.baseschedule": (BaseSchedule.objects, "assignment__worker"),
}
Thing = tuple[str, int]


def whom(agency: Agency, happenings: Iterable[Happening]) -> dict[Thing, str]:
    """The worker's name per thing: one statement per kind that is there."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in happenings:
        if one.kind in WORKERS:
            wanted[one.kind].add(one.subject)
    found: dict[Thing, str] = {}
    for kind, ids in wanted.items():
        rows, way = WORKERS[kind]
        among = rows.filter(pk__in=ids, **{f"{way}__agency": agency})
        for pk, name in among.values_list("pk", f"{way}__name"):
            found[kind, pk] = name
    return found


def things_of(agency: Agency, folded: str) -> dict[str, QuerySet[Any]]:
    """Per kind the ids that are about workers with this name or payroll number."""
    return {
        kind: rows.filter(
            **{f"{way}__agency": agency, f"{way}__folded__contains": folded}
        ).values("pk")
        for kind, (rows, way) in WORKERS.items()
    }
