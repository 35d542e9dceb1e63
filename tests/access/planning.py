"""Who gets what around the schedule: messages and requests."""

from datetime import timedelta

from django.utils import timezone

from tests.access.rows import BY_RIGHT, PLANNERS, Row, answers
from tests.cast import NOW, WEEK
from werkbrief.planning.actions import Need, Proposal, ask_for_staff, publish, send
from werkbrief.planning.models import About, MessageKind
from werkbrief.portal.views.planning_calendar import SIGNER
from werkbrief.staffing.models import Right

PLAN = (Right.SEE_PLANNING,)
IN_WEEK = {"client": "anker", "week": str(WEEK)}
OWN = answers(member=200)


def _message(stage):
    """Anna's message about Kas 2: nobody else can take it back."""
    shift = stage.in_kas_2.shift
    proposal = Proposal(
        MessageKind.NO_SHOW, About.SHIFT, WEEK.monday, shift.assignment, shift
    )
    anker, anna = stage.cast.anker, stage.cast.anna
    return send(proposal, client=anker, scope=anker.shifts.all(), by=anna, at=NOW).pk


def order(stage):
    """Anna's request for staff."""
    function = stage.in_kas_2.assignment.job_function
    day = timezone.localdate() + timedelta(days=2)
    need = Need(1, function, [day], 420, 900)
    anker, anna = stage.cast.anker, stage.cast.anna
    (order,) = ask_for_staff(need, client=anker, by=anna, at=NOW)
    return order.pk


def _asked(stage):
    return str(order(stage))


def _feed(stage):
    """Anna's calendar of everything."""
    return publish(stage.cast.annas, None, at=NOW).pk


def _tomorrow(stage):
    return (timezone.localdate() + timedelta(days=1)).isoformat()


NO_SHOW = {"dienst": lambda stage: stage.in_kas_1.shift_id, "soort": "no_show"}
NEED = {
    "aantal": "1",
    "functie": lambda stage: stage.in_kas_1.assignment.job_function_id,
    "afdeling": lambda stage: stage.in_kas_1.assignment.department_id,
    "dag": _tomorrow,
    "start": "7",
    "eind": "15",
}
ROWS = [
    Row("planning_news", BY_RIGHT, PLAN, IN_WEEK, ok=204),
    Row("planning_messages", BY_RIGHT, PLAN, IN_WEEK, post=NO_SHOW),
    Row("staff_request", BY_RIGHT, PLAN, IN_WEEK),
    Row("staff_requests", BY_RIGHT, PLAN, IN_WEEK, post=NEED),
    Row(
        "planning_message_withdrawal",
        OWN,
        args=IN_WEEK | {"message": _message},
        post={},
    ),
    Row("staff_request_withdrawal", OWN, args=IN_WEEK, post={"aanvragen": _asked}),
    Row("planning_message", BY_RIGHT, PLAN, IN_WEEK, ok=422),
]
ROWS += [
    Row("calendars", BY_RIGHT, PLAN, IN_WEEK),
    Row(
        "calendars",
        BY_RIGHT,
        PLAN,
        IN_WEEK,
        post={"afdeling": lambda stage: stage.in_kas_1.assignment.department_id},
    ),
    Row("calendar_withdrawal", OWN, args=IN_WEEK | {"feed": _feed}, post={}),
    Row(
        "calendar",
        answers(nobody=200, others=200),
        args={"token": lambda stage: SIGNER.sign(str(_feed(stage)))},
    ),
    Row("calendar", answers(nobody=404), args={"token": "1.abc"}),
]
AT_THE_OFFICE = [
    Row(
        "office_messages_accept", PLANNERS, args={"message": _message}, ok=302, post={}
    ),
    Row(
        "office_messages_decline",
        PLANNERS,
        args={"message": _message},
        ok=302,
        post={"antwoord": "Nee"},
    ),
    Row("office_messages_confirm", PLANNERS, args={"order": order}, ok=302, post={}),
    Row(
        "office_messages_reject",
        PLANNERS,
        args={"order": order},
        ok=302,
        post={"antwoord": "Nee"},
    ),
    Row(
        "office_messages_fill",
        PLANNERS,
        args={"order": order},
        ok=302,
        post={"plaatsing": lambda stage: stage.in_kas_1.assignment_id},
    ),
]
