"""Who gets what on the client's screens."""

from tests.access import planning
from tests.access.rows import (
    BY_RIGHT,
    FOR_ALL,
    FOR_NOBODY_NEW,
    KAS_2,
    MEMBERS,
    OK,
    SIGN_IN,
    SIGNED_IN,
    Row,
    answers,
)
from tests.cast import WEEK
from werkbrief.staffing.models import Right
from werkbrief.staffing.reads import address_for

ANKER = {"client": "anker"}
COLLEAGUE = ANKER | {"colleague": lambda stage: stage.colleague.pk}
# Of "member" alone, who stands in for the colleague.
FOR_COLLEAGUE = {
    "client": lambda stage: address_for(stage.substitute, stage.cast.anker)
}
IN_WEEK = ANKER | {"week": str(WEEK)}
IN_KAS_1 = IN_WEEK | {"entry": lambda stage: stage.in_kas_1.pk}
IN_KAS_2 = IN_WEEK | {"entry": lambda stage: stage.in_kas_2.pk}
NO_LINE = IN_KAS_1 | {"override": 0}
SEEN_IN_KAS_1 = {"gezien": lambda stage: f"{stage.in_kas_1.pk}:1"}
SEEN_IN_KAS_2 = {"gezien": lambda stage: f"{stage.in_kas_2.pk}:1"}


def filled(name):
    """Eight hours for this entry, as a preview sends them."""
    return {"uren": lambda stage: f"{getattr(stage, name).pk}:1::::480"}


SEE, CHANGE, JUDGE = Right.SEE_TIMESHEETS, Right.CHANGE, Right.APPROVE
PLAN = Right.SEE_PLANNING
DOOR = answers(others=SIGN_IN, newcomer=SIGN_IN)
REFUSED = BY_RIGHT | {"narrowed": 409}

ROWS = [
    Row(
        "home",
        answers(others=302, nowhere=200),  # one client: straight to it
    ),
    Row("clients", SIGNED_IN),
    Row("brand", FOR_ALL, args={"color": "7a1fa2"}),
    Row("logo", answers(nobody=404, newcomer=404), args={"digest": "0" * 16}),
    Row("door", DOOR, args={"agency": "kasdorp"}),
    Row("door", answers(nobody=404, newcomer=404), args={"agency": "nergens"}),
    Row("own_password", SIGNED_IN | {"newcomer": 200}),
    Row("account", SIGNED_IN),
    Row("account", SIGNED_IN, post={"hours": "decimal", "theme": "dark"}, ok=302),
    Row("sessions", SIGNED_IN, post={"sessie": "anders"}, ok=302),
    Row("colleagues", BY_RIGHT, (Right.MANAGE,), ANKER),
    Row("colleague", KAS_2, (Right.MANAGE,), COLLEAGUE),
    Row("farewell", KAS_2, (Right.MANAGE,), COLLEAGUE, ok=302, post={}),
    Row("own_substitutes", SIGNED_IN, post={}, ok=422),
    Row(
        "own_substitute_end",
        KAS_2,  # whoever stands in
        args={"substitute": lambda stage: stage.substitute.pk},
        ok=302,
        post={},
    ),
    Row("colleague_substitutes", KAS_2, (Right.MANAGE,), COLLEAGUE, ok=422, post={}),
    Row(
        "colleague_substitute_end",
        KAS_2,
        (Right.MANAGE,),
        COLLEAGUE | {"substitute": lambda stage: stage.substitute.pk},
        ok=302,
        post={},
    ),
    Row("timesheets", answers(member=OK), args=IN_WEEK | FOR_COLLEAGUE),
    Row("colleagues", answers(), args=FOR_COLLEAGUE),  # accounts are never lent
    Row("calendars", answers(), args=IN_WEEK | FOR_COLLEAGUE),
    Row("kept_filters", answers(), args=FOR_COLLEAGUE, post={"naam": "Kas 1"}),
    Row("invitation", FOR_NOBODY_NEW, args={"token": "geraden"}),
    Row("client_home", MEMBERS, args=ANKER),
    Row("kept_filters", MEMBERS, args=ANKER, ok=302, post={"naam": "Kas 1"}),
    Row("dropped_filters", MEMBERS, args=ANKER, ok=302, post={"naam": "Kas 1"}),
    Row("workers", BY_RIGHT, (Right.SEE_WORKERS,), ANKER),
    Row("planning_start", BY_RIGHT, (PLAN,), ANKER, ok=302),
    Row("planning", BY_RIGHT, (PLAN,), IN_WEEK),
    *planning.ROWS,
    Row("timesheets_start", BY_RIGHT, (SEE,), ANKER, ok=302),
    Row("timesheets", BY_RIGHT, (SEE,), IN_WEEK),
    Row("timesheets_excel", BY_RIGHT, (SEE, Right.EXPORT), IN_WEEK),
    Row("entry", BY_RIGHT, (SEE,), IN_KAS_1),
    Row("entry", KAS_2, (SEE,), IN_KAS_2),
    Row("pay_by_hand", BY_RIGHT, (Right.SET_PAY,), IN_KAS_1),
    Row("pay_by_hand", KAS_2, (Right.SET_PAY,), IN_KAS_2),
    Row("pay_computed", BY_RIGHT, (Right.SET_PAY,), NO_LINE, ok=302, post={}),
    Row("preview", BY_RIGHT, (CHANGE,), IN_KAS_1, post={"start": "8:00"}),
    Row("preview", KAS_2, (CHANGE,), IN_KAS_2, post={"start": "8:00"}),
    Row("fitting", BY_RIGHT, (JUDGE,), IN_WEEK),
    Row("warnings", BY_RIGHT, (SEE,), IN_WEEK),
    Row("news", BY_RIGHT, (SEE,), IN_WEEK, ok=204),
    Row("changes", BY_RIGHT, (CHANGE,), IN_WEEK, post=SEEN_IN_KAS_1 | {"snel": "8u"}),
    Row("changes", REFUSED, (CHANGE,), IN_WEEK, post=SEEN_IN_KAS_2 | {"snel": "8u"}),
    Row("pasting", BY_RIGHT, (CHANGE,), IN_WEEK, post={"tekst": "8u"}),
    Row("fillings", BY_RIGHT, (CHANGE,), IN_WEEK, post=filled("in_kas_1")),
    Row("fillings", REFUSED, (CHANGE,), IN_WEEK, post=filled("in_kas_2")),
    Row(
        "likenings",
        BY_RIGHT,
        (CHANGE,),
        IN_WEEK,
        ok=409,  # nobody worked last week
        post=SEEN_IN_KAS_1 | {"bron": "vorige-week"},
    ),
    Row("approvals", BY_RIGHT, (JUDGE,), IN_WEEK, post=SEEN_IN_KAS_1),
    Row("approvals", REFUSED, (JUDGE,), IN_WEEK, post=SEEN_IN_KAS_2),
    Row(
        "rejections",
        BY_RIGHT,
        (JUDGE,),
        IN_WEEK,
        post=SEEN_IN_KAS_1 | {"reden": "other"},
    ),
    Row(
        "comments", BY_RIGHT, (SEE,), IN_WEEK, post=SEEN_IN_KAS_1 | {"opmerking": "Hm"}
    ),
    Row("comments", REFUSED, (SEE,), IN_WEEK, post=SEEN_IN_KAS_2 | {"opmerking": "Hm"}),
    Row("manual", BY_RIGHT, (Right.ADD_MANUAL,), IN_WEEK),
    Row("manual", BY_RIGHT, (Right.ADD_MANUAL,), IN_WEEK, ok=422, post={"wie": "?"}),
    Row(
        "manual_withdrawal",
        KAS_2,  # whoever sees some departments only takes back the own slips
        (Right.ADD_MANUAL,),
        IN_WEEK | {"manual": lambda stage: stage.slip.pk},
        ok=302,
        post={},
    ),
    Row("check_start", BY_RIGHT, (Right.SEE_CHECK,), ANKER, ok=302),
    Row("check", BY_RIGHT, (Right.SEE_CHECK,), IN_WEEK),
    Row("check_excel", BY_RIGHT, (Right.SEE_CHECK, Right.EXPORT), IN_WEEK),
    Row("correction", BY_RIGHT, (JUDGE,), IN_KAS_1),
    Row("correction", KAS_2, (JUDGE,), IN_KAS_2),
    Row(
        "correction_withdrawal",
        KAS_2,
        (JUDGE,),
        IN_WEEK | {"correction": lambda stage: stage.correction.pk},
        ok=302,
        post={},
    ),
    Row("undoings", BY_RIGHT, (SEE,), IN_WEEK, ok=409, post={"daad": "1"}),
]
