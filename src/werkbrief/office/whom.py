"""Whom or what a deed of the journal was about, and at which client."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from werkbrief.exchange.models import ApiToken, Delivery, Layout, Receiver
from werkbrief.journal.reads import Happening
from werkbrief.notices.models import Letter
from werkbrief.office.telling_words import Thing
from werkbrief.planning.models import (
    Absence,
    BaseSchedule,
    CalendarFeed,
    PlanningMessage,
    Shift,
    StaffingOrder,
)
from werkbrief.staffing.models import (
    Agency,
    Agreement,
    Assignment,
    Client,
    CostCenter,
    Crew,
    Department,
    HourType,
    JobFunction,
    PersonalLink,
    Site,
    Worker,
)
from werkbrief.timesheets.models import (
    CorrectionRequest,
    LessonAnswer,
    ManualEntry,
    Objection,
    TimeEntry,
)


@dataclass(frozen=True, slots=True)
class Way:
    """The rows of one kind, and how to get from one to what it is called.

    `agency` is whose it is; `client` is the client's name, empty where it has none.
    """

    rows: Any
    name: str = "name"
    client: str = ""
    agency: str = "agency"


def _works(rows: Any, way: str, client: str) -> Way:  # noqa: ANN401
    """About one worker."""
    return Way(rows, f"{way}__name", client, f"{way}__agency")


# Kind of thing -> its rows, and the way from one to its worker.
WORKERS: Mapping[str, tuple[Any, str]] = {
    "timesheets.timeentry": (TimeEntry.objects, "worker"),
    "timesheets.lessonanswer": (LessonAnswer.objects, "assignment__worker"),
    "timesheets.correctionrequest": (CorrectionRequest.objects, "entry__worker"),
    "timesheets.objection": (Objection.objects, "entry__worker"),
    "planning.shift": (Shift.objects, "worker"),
    "planning.absence": (Absence.objects, "worker"),
    "planning.baseschedule": (BaseSchedule.objects, "assignment__worker"),
    "staffing.assignment": (Assignment.objects, "worker"),
    "staffing.personallink": (PersonalLink.objects, "worker"),
    "exchange.delivery": (Delivery.objects, "timecard__assignment__worker"),
}
_CLIENTS = {
    "planning.absence": "",
    "staffing.personallink": "",
    "timesheets.timeentry": "client__name",
    "timesheets.correctionrequest": "entry__client__name",
    "timesheets.objection": "entry__client__name",
    "planning.shift": "client__name",
    "staffing.assignment": "client__name",
    "exchange.delivery": "timecard__assignment__client__name",
}
_PART = {"client": "client__name", "agency": "client__agency"}
WAYS: Mapping[str, Way] = {
    **{
        kind: _works(rows, way, _CLIENTS.get(kind, "assignment__client__name"))
        for kind, (rows, way) in WORKERS.items()
    },
    "timesheets.manualentry": Way(ManualEntry.objects, "who", "client__name"),
    "planning.planningmessage": Way(
        PlanningMessage.objects, "assignment__worker__name", "client__name"
    ),
    "planning.staffingorder": Way(
        StaffingOrder.objects, "job_function__name", "client__name"
    ),
    "planning.calendarfeed": Way(
        CalendarFeed.objects,
        "department__name",
        "membership__client__name",
        "membership__client__agency",
    ),
    "staffing.agreement": Way(Agreement.objects, "pack", **_PART),
    "staffing.client": Way(Client.objects),
    "staffing.worker": Way(Worker.objects),
    "staffing.hourtype": Way(HourType.objects),
    **{
        f"staffing.{model._meta.model_name}": Way(model._default_manager, **_PART)  # noqa: SLF001
        for model in (Site, Department, Crew, JobFunction, CostCenter)
    },
    "exchange.receiver": Way(Receiver.objects),
    "exchange.layout": Way(Layout.objects),
    "exchange.apitoken": Way(ApiToken.objects),
    "notices.letter": Way(Letter.objects, "client__name"),
}
# A field that holds the number of a row -> the rows.
NUMBERED: Mapping[str, Way] = {
    "client": WAYS["staffing.client"],
    "worker": WAYS["staffing.worker"],
    "assignment": WAYS["staffing.assignment"],
    "job_function": WAYS["staffing.jobfunction"],
    "department": WAYS["staffing.department"],
    "crew": WAYS["staffing.crew"],
    "cost_center": WAYS["staffing.costcenter"],
}


def whom(
    agency: Agency, happenings: Iterable[Happening]
) -> dict[Thing, tuple[str, str]]:
    """Name and client per thing: one statement per kind that is there."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in happenings:
        wanted[one.kind].add(one.subject)
        for state in (one.before or {}, one.after or {}):
            for field in NUMBERED.keys() & state.keys():
                if isinstance(state[field], int):
                    wanted[field].add(state[field])
    found: dict[Thing, tuple[str, str]] = {}
    for kind, ids in wanted.items():
        if way := WAYS.get(kind) or NUMBERED.get(kind):
            among = way.rows.filter(pk__in=ids, **{way.agency: agency})
            for pk, *names in among.values_list("pk", way.name, way.client or way.name):
                name, client = (name or "" for name in names)
                found[kind, pk] = (name, client if way.client else "")
    return found


def things_of(agency: Agency, folded: str) -> dict[str, QuerySet[Any]]:
    """Per kind the ids that are about workers with this name or payroll number."""
    return {
        kind: rows.filter(
            **{f"{way}__agency": agency, f"{way}__folded__contains": folded}
        ).values("pk")
        for kind, (rows, way) in WORKERS.items()
    }
