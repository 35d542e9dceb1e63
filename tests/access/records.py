"""Who gets what among the agency's master data."""

from datetime import timedelta

from django.utils import timezone

from tests.access.rows import AGENCY, OK, OWNERS, Row, answers
from werkbrief.staffing.models import Agreement

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


CAO = ANKER | {"agreement": _coming}
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
]
