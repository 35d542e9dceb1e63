"""Who gets what on the agency's screens."""

from tests.access.office_planning import PLANNING
from tests.access.people import PEOPLE
from tests.access.planning import AT_THE_OFFICE
from tests.access.records import RECORDS
from tests.access.rows import (
    ADMINISTRATOR,
    AGENCY,
    KEEPERS,
    OK,
    PLANNERS,
    Row,
    answers,
)
from tests.cast import NOW, WEEK
from werkbrief.exchange.models import Import
from werkbrief.jobs.actions import Wanted, ask, work_through

# Each agency has its own: there the other's Job Coach sees the other's.
AT_THE_AGENCY = AGENCY | {"other_coach": OK}
TO_PLAN = PLANNERS | {"other_coach": OK}

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
    Row("office_week_proof_json", AGENCY, args=ENTRY_AT_ANKER),
    Row("office_week_proof_pdf", AGENCY, args=ENTRY_AT_ANKER),
    Row("office_week_moment", AGENCY, args=AT_ANKER),
    Row("office_week_reopen", PLANNERS, args=ENTRY_AT_ANKER, ok=422, post={}),
    Row("office_week_look", AGENCY, args=AT_ANKER, ok=302, post={}),
    Row("office_looking_end", AT_THE_AGENCY, ok=302, post={}),
    Row("office_corrections", TO_PLAN),
    Row("office_corrections_accept", PLANNERS, args=CORRECTION, ok=302, post={}),
    Row(
        "office_corrections_decline",
        PLANNERS,
        args=CORRECTION,
        ok=302,
        post={"antwoord": "Nee"},
    ),
    Row(
        "office_corrections_answer",
        PLANNERS,
        args={"objection": lambda stage: stage.objection.pk},
        ok=302,
        post={"antwoord": "Is aangepast"},
    ),
    Row("office_manual", TO_PLAN),
    Row(
        "office_manual_convert",
        PLANNERS,
        args=SLIP,
        ok=302,
        post={"plaatsing": lambda stage: stage.in_kas_1.assignment_id},
    ),
    Row(
        "office_manual_decline",
        PLANNERS,
        args=SLIP,
        ok=302,
        post={"antwoord": "Staat er al"},
    ),
    Row("office_messages", TO_PLAN),
    *AT_THE_OFFICE,
    *PLANNING,
    Row("office_links", TO_PLAN),
    Row("office_links_gift", PLANNERS, args=WORKER, ok=302, post={"taal": "nl"}),
    Row("office_links_withdraw", PLANNERS, args=WORKER, ok=302, post={}),
    Row("office_import", TO_PLAN),
    Row("office_import", TO_PLAN, post={"daad": "nakijken"}, ok=422),
    Row("office_import_example", TO_PLAN),
    Row(
        "office_import_undo",
        PLANNERS,
        args={"found": lambda stage: _import(stage).pk},
        ok=302,
        post={},
    ),
    *(
        Row(f"office_delivery{name}", KEEPERS, ok=ok)
        for name, ok in (
            ("", 200),
            ("_receiver_new", 200),
            ("_layout_new", 200),
            ("_payroll", 422),
        )
    ),
    # These know no GET.
    Row("office_delivery_batches", KEEPERS, args={"receiver": "1"}, ok=405),
    Row("office_delivery_attempts", KEEPERS, args={"delivery": "1"}, ok=405),
    # Of nobody: there is none of these on the stage.
    *(
        Row(f"office_delivery{name}", answers(), args=args)
        for name, args in (
            ("_batch", {"batch": "1"}),
            ("_file", {"batch": "1"}),
            ("_message", {"delivery": "1"}),
            ("_receiver", {"receiver": "1"}),
            ("_layout", {"layout": "1"}),
        )
    ),
    Row("office_comparing", KEEPERS),
    Row("office_jobs", TO_PLAN),
    *(
        Row(f"office_jobs_{name}", PLANNERS, args=JOB, ok=ok, **more)
        for name, ok, more in (
            ("job", 200, {}),
            ("file", 200, {}),
            ("again", 302, {"post": {}}),
            ("go", 302, {"post": {}}),
        )
    ),
    Row("office_tokens", ADMINISTRATOR),
    Row("office_tokens_rotate", ADMINISTRATOR, args={"token": "1"}, ok=405),
    Row("office_tokens_revoke", ADMINISTRATOR, args={"token": "1"}, ok=405),
    *RECORDS,
    Row("office_sign_ons", ADMINISTRATOR),
    Row("office_sign_ons_end", ADMINISTRATOR, args={"sign_on": "1"}, ok=405),
    *PEOPLE,
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


def _import(stage):
    return Import.objects.create(
        agency=stage.cast.agency, kind="planning", name="x.csv", at=NOW
    )
