"""Who gets what among the agency's master data."""

from datetime import timedelta

from django.utils import timezone

from tests.access.rows import AGENCY, KEEPERS, OK, OWNERS, Row, answers
from werkbrief.staffing.models import Agreement, HourKind, HourType

ANKER = {"client": "anker"}
HALLS = ANKER | {"kind": "afdelingen"}
HALL = HALLS | {"part": lambda stage: stage.in_kas_1.assignment.department_id}
AT_THE_AGENCY = AGENCY | {"other_coach": OK}


def _coming(stage):
    """A CAO that holds from next month on."""
    day = timezone.localdate() + timedelta(days=30)
    agreement, _ = Agreement.objects.get_or_create(
        client=stage.cast.anker, pack="glastuinbouw", valid_from=day
    )
    return agreement.pk


def _hour_type(stage):
    made, _ = HourType.objects.get_or_create(
        agency=stage.cast.agency, name="Nacht", kind=HourKind.SHIFT
    )
    return made.pk


CAO = ANKER | {"agreement": _coming}
WORKER = {"worker": lambda stage: stage.in_kas_1.worker_id}
PLACED = WORKER | {"assignment": lambda stage: stage.in_kas_1.assignment_id}
RECORDS = [
    Row("office_clients", AT_THE_AGENCY),
    Row("office_clients_new", OWNERS),
    Row("office_clients_page", AGENCY, args=ANKER),
    Row("office_clients_facts", OWNERS, args=ANKER),
    Row("office_clients_facts", OWNERS, args=ANKER, post={"name": ""}, ok=422),
    Row("office_clients_shelf", OWNERS, args=ANKER, post={}, ok=302),
    Row("office_clients_contacts", AGENCY, args=ANKER, post={}, ok=302),
    Row("office_clients_parts", AGENCY, args=ANKER),
    Row("office_clients_parts_add", AGENCY, args=HALLS, post={"name": "A"}, ok=302),
    Row("office_clients_part", AGENCY, args=HALL),
    Row("office_clients_part_shelf", AGENCY, args=HALL, post={}, ok=302),
    Row("office_clients_agreements", AGENCY, args=ANKER),
    # Which CAO stands behind the question mark; without it there is nothing.
    Row("office_clients_agreement_new", answers(), args=ANKER),
    Row("office_clients_agreement", OWNERS, args=CAO),
    Row("office_clients_agreement_end", OWNERS, args=CAO, post={}, ok=302),
    Row("office_hour_types", KEEPERS),
    Row("office_hour_types_new", KEEPERS),
    Row("office_hour_types_new", KEEPERS, post={"name": ""}, ok=422),
    Row("office_hour_types_one", KEEPERS, args={"hour_type": _hour_type}),
    Row(
        "office_hour_types_shelf",
        KEEPERS,
        args={"hour_type": _hour_type},
        post={},
        ok=302,
    ),
    Row("office_workers", AT_THE_AGENCY),
    Row("office_workers_new", AT_THE_AGENCY),
    Row("office_workers_new", AT_THE_AGENCY, post={"name": ""}, ok=422),
    Row("office_workers_page", AGENCY, args=WORKER),
    Row("office_workers_facts", AGENCY, args=WORKER),
    Row("office_workers_insight", KEEPERS, args=WORKER, post={}, ok=302),
    Row("office_workers_erasure", KEEPERS, args=WORKER),
    Row("office_workers_erasure", KEEPERS, args=WORKER, post={}, ok=409),
    Row("office_workers_shelf", AGENCY, args=WORKER, post={}, ok=302),
    # At which client stands behind the question mark.
    Row("office_workers_placing", answers(), args=WORKER),
    Row("office_workers_assignment", AGENCY, args=PLACED),
]
