"""Who may plan: the agency's planners, at their own agency's clients."""

from datetime import timedelta

from django.utils import timezone

from tests.access.planning import order
from tests.access.rows import OK, PLANNERS, Row, answers
from tests.cast import MONDAY, WEEK
from werkbrief.planning.reads.proposals import stamp
from werkbrief.words.weeks import Week

TO_PLAN = PLANNERS | {"other_coach": OK}
AT_ANKER = {"week": str(WEEK), "client": "anker"}
# When the staff is asked for: tests/access/planning.py.
SOON = Week.of(timezone.localdate() + timedelta(days=2))
IN_TWO_DAYS = {"week": str(SOON), "client": "anker"}
PLACED = {"assignment": lambda stage: stage.in_kas_1.assignment_id}
CELL = {
    "plaatsing": lambda stage: stage.in_kas_1.assignment_id,
    "dag": MONDAY.isoformat(),
}
SEEN = {
    "gezien": lambda stage: stamp([stage.in_kas_1.shift]),
    "dienst": lambda stage: stage.in_kas_1.shift_id,
}
ELSEWHERE = {
    "naar_plaatsing": lambda stage: stage.in_kas_2.assignment_id,
    "naar_dag": WEEK.days[4].isoformat(),
}

PLANNING = [
    Row("office_planning", TO_PLAN, ok=302),
    Row("office_planning_week", TO_PLAN, args={"week": str(WEEK)}),
    Row("office_planning_client", PLANNERS, args=AT_ANKER),
    Row("office_planning_warnings", PLANNERS, args=AT_ANKER),
    Row("office_planning_news", PLANNERS, args=AT_ANKER, ok=204),
    # Which cell stands in the question, and there is none: see tests/office.
    Row("office_planning_cell", answers(), args=AT_ANKER),
    Row(
        "office_planning_shifts",
        PLANNERS,
        args=AT_ANKER,
        post=CELL | SEEN | {"snel": "8-12"},
    ),
    Row("office_planning_shifts", PLANNERS, args=AT_ANKER, ok=409, post=CELL),
    Row("office_planning_moves", PLANNERS, args=AT_ANKER, post=CELL | SEEN | ELSEWHERE),
    Row(
        "office_planning_absences",
        PLANNERS,
        args=AT_ANKER,
        post=CELL | {"van": MONDAY.isoformat()},
    ),
    *(
        Row(f"office_planning_{name}", PLANNERS, args=AT_ANKER)
        for name in ("copying", "usual")
    ),
    # Whoever saw another preview is told so; what is in it: tests/office.
    *(
        Row(f"office_planning_{name}", PLANNERS, args=AT_ANKER, ok=409, post={})
        for name in ("copies", "fillings")
    ),
    Row("office_planning_need", PLANNERS, args=IN_TWO_DAYS | {"order": order}),
    Row(
        "office_planning_assignments",
        PLANNERS,
        args=AT_ANKER | {"order": order},
        post={"plaatsing": lambda stage: stage.in_kas_1.assignment_id},
    ),
    Row("office_planning_cells", PLANNERS, args=AT_ANKER, ok=409, post={}),
    Row("office_planning_undo", PLANNERS, args=AT_ANKER, ok=409, post={"daad": "1"}),
    Row("office_usual", TO_PLAN),
    Row("office_usual_editor", PLANNERS, args=PLACED),
    Row("office_usual_editor", PLANNERS, args=PLACED, ok=422, post={}),
    Row(
        "office_usual_preview",
        PLANNERS,
        args=PLACED,
        post={"vanaf": "2027-01-04", "d0-0": "8-12"},
    ),
    # There is nothing to learn here; what is: tests/timesheets/test_learning.py.
    Row("office_usual_take", PLANNERS, args=PLACED, ok=409, post={}),
    Row("office_usual_decline", PLANNERS, args=PLACED, ok=422, post={}),
]
