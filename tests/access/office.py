"""Who gets what on the agency's screens."""

from tests.access.office_planning import PLANNING
from tests.access.planning import AT_THE_OFFICE
from tests.access.rows import AGENCY, OK, Row, answers
from tests.cast import NOW, WEEK
from werkbrief.jobs.actions import Wanted, ask, work_through

# Each agency has its own: there the other's Job Coach sees the other's.
AT_THE_AGENCY = answers(coach=OK, other_coach=OK)
# Back office and administrator only, which none of these visitors is: see
# tests/office/test_delivery.py for who may.
FOR_KEEPERS = answers()

WORKER = {"worker": lambda stage: stage.in_kas_1.worker.pk}
CORRECTION = {"correction": lambda stage: stage.correction.pk}
SLIP = {"manual": lambda stage: stage.slip.pk}

JOB = {"job": lambda stage: _job(stage).pk}

AT_ANKER = {"week": str(WEEK), "client": "anker"}
ENTRY_AT_ANKER = AT_ANKER | {"entry": lambda stage: stage.in_kas_1.pk}

ROWS: list[Row] = [
    Row("office", AT_THE_AGENCY, ok=302),
    Row("office_week", AT_THE_AGENCY, args={"week": str(WEEK)}),
    Row(
        "office_week_remind",
        AGENCY,
        args={"week": str(WEEK), "client": "anker"},
        ok=302,
        post={},
    ),
    Row("office_journal", AT_THE_AGENCY),
    Row("office_week_client", AGENCY, args=AT_ANKER),
    Row("office_week_entry", AGENCY, args=ENTRY_AT_ANKER),
    Row("office_week_reopen", AGENCY, args=ENTRY_AT_ANKER, ok=422, post={}),
    Row("office_week_look", AGENCY, args=AT_ANKER, ok=302, post={}),
    Row("office_looking_end", AT_THE_AGENCY, ok=302, post={}),
    Row("office_corrections", AT_THE_AGENCY),
    Row("office_corrections_accept", AGENCY, args=CORRECTION, ok=302, post={}),
    Row(
        "office_corrections_decline",
        AGENCY,
        args=CORRECTION,
        ok=302,
        post={"antwoord": "Nee"},
    ),
    Row(
        "office_corrections_answer",
        AGENCY,
        args={"objection": lambda stage: stage.objection.pk},
        ok=302,
        post={"antwoord": "Is aangepast"},
    ),
    Row("office_manual", AT_THE_AGENCY),
    Row(
        "office_manual_convert",
        AGENCY,
        args=SLIP,
        ok=302,
        post={"plaatsing": lambda stage: stage.in_kas_1.assignment_id},
    ),
    Row(
        "office_manual_decline",
        AGENCY,
        args=SLIP,
        ok=302,
        post={"antwoord": "Staat er al"},
    ),
    Row("office_messages", AT_THE_AGENCY),
    *AT_THE_OFFICE,
    *PLANNING,
    Row("office_links", AT_THE_AGENCY),
    Row("office_links_gift", AGENCY, args=WORKER, ok=302, post={"taal": "nl"}),
    Row("office_links_withdraw", AGENCY, args=WORKER, ok=302, post={}),
    Row("office_import", AT_THE_AGENCY),
    Row("office_import", AT_THE_AGENCY, post={"daad": "nakijken"}, ok=422),
    Row("office_import_example", AT_THE_AGENCY),
    *(
        Row(f"office_delivery{name}", FOR_KEEPERS, args=args)
        for name, args in (
            ("", {}),
            ("_batches", {"receiver": "1"}),
            ("_batch", {"batch": "1"}),
            ("_file", {"batch": "1"}),
            ("_message", {"delivery": "1"}),
            ("_attempts", {"delivery": "1"}),
            ("_receiver_new", {}),
            ("_receiver", {"receiver": "1"}),
            ("_layout_new", {}),
            ("_layout", {"layout": "1"}),
            ("_payroll", {}),
        )
    ),
    Row("office_jobs", AT_THE_AGENCY),
    *(
        Row(f"office_jobs_{name}", AGENCY, args=JOB, ok=ok, **more)
        for name, ok, more in (
            ("job", 200, {}),
            ("file", 200, {}),
            ("again", 302, {"post": {}}),
            ("go", 302, {"post": {}}),
        )
    ),
    Row("office_tokens", FOR_KEEPERS),
    Row("office_tokens_rotate", FOR_KEEPERS, args={"token": "1"}),
    Row("office_tokens_revoke", FOR_KEEPERS, args={"token": "1"}),
]


def _job(stage):
    """A planning that was looked over, with the file that came along and one made."""
    wanted = Wanted(stage.cast.agency, "planning", "Planning", content=b"a;b")
    job = ask(wanted, by=stage.cast.jet, at=NOW)
    work_through(
        {"planning": lambda run: (run.write(b"x"), run.finish(file_name="x.csv"))},
        clock=lambda: NOW,
    )
    return job
