"""All rows that are about one worker, room by room."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from werkbrief.exchange.models import Delivery, Timecard
from werkbrief.journal.models import Change
from werkbrief.notices.models import Letter
from werkbrief.pay.models import LineOverride
from werkbrief.planning.models import (
    Absence,
    BaseBlock,
    BaseSchedule,
    MessageAnswer,
    PlanningMessage,
    Shift,
)
from werkbrief.staffing.models import Assignment, PersonalLink, Worker
from werkbrief.timesheets.models import (
    Comment,
    CorrectionAnswer,
    CorrectionRequest,
    Decision,
    LessonAnswer,
    ManualAnswer,
    ManualEntry,
    Objection,
    ObjectionAnswer,
    TimeEntry,
)

# Model -> the way from one of its rows to the worker.
WAYS: Mapping[type[Any], str] = {
    Assignment: "worker",
    PersonalLink: "worker",
    Absence: "worker",
    Shift: "worker",
    BaseSchedule: "assignment__worker",
    BaseBlock: "schedule__assignment__worker",
    PlanningMessage: "assignment__worker",
    MessageAnswer: "message__assignment__worker",
    TimeEntry: "worker",
    Decision: "entry__worker",
    LineOverride: "entry__worker",
    Comment: "entry__worker",
    CorrectionRequest: "entry__worker",
    CorrectionAnswer: "request__entry__worker",
    Objection: "entry__worker",
    ObjectionAnswer: "objection__entry__worker",
    LessonAnswer: "assignment__worker",
    ManualAnswer: "assignment__worker",
    ManualEntry: "answer__assignment__worker",
    Timecard: "assignment__worker",
    Delivery: "timecard__assignment__worker",
}


def rows_of(model: type[Any], worker: Worker) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model._base_manager.filter(**{WAYS[model]: worker})  # noqa: SLF001
    return rows


def lines_of(worker: Worker) -> "QuerySet[Change]":
    """What the journal tells of this worker and of what is about them."""
    mine = Q(kind="staffing.worker", subject_id=worker.pk)
    for model in WAYS:
        kind = f"{model._meta.app_label}.{model._meta.model_name}"  # noqa: SLF001
        mine |= Q(kind=kind, subject_id__in=rows_of(model, worker).values("pk"))
    return Change.objects.filter(mine, agency_id=worker.agency_id)


def letters_to(worker: Worker) -> "QuerySet[Letter]":
    """By the link that they came from, whatever the address was then."""
    keys = [
        key
        for link in PersonalLink.objects.filter(worker=worker)
        for key in (f"link:{link.pk}", f"shifts:{link.pk}:")
    ]
    wanted = Q(pk=None)
    for key in keys:
        wanted |= Q(key__startswith=key) if key.endswith(":") else Q(key=key)
    return Letter.objects.filter(wanted, agency_id=worker.agency_id)
