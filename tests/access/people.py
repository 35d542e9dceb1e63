"""Who gets what among users and rights."""

from django.utils import timezone

from tests.access.rows import ADMINISTRATOR, AGENCY, KEEPERS, OK, Row, answers
from werkbrief.staffing.models import AgencyRole, Deputy

MEMBER = {"membership": lambda stage: stage.colleague.pk}
COLLEAGUE = {"role": lambda stage: AgencyRole.objects.get(user=stage.cast.jet).pk}
AT_THE_AGENCY = AGENCY | {"other_coach": OK}


def _deputy(stage):
    first, second = AgencyRole.objects.filter(agency=stage.cast.agency)[:2]
    today = timezone.localdate()
    deputy, _ = Deputy.objects.get_or_create(
        agency=stage.cast.agency,
        absent=first,
        stand_in=second,
        starts_on=today,
        ends_on=today,
    )
    return deputy.pk


PEOPLE = [
    Row("office_deputies", AT_THE_AGENCY),
    Row("office_deputies_end", AGENCY, args={"deputy": _deputy}, post={}, ok=302),
    Row("office_search", AT_THE_AGENCY),
    Row("office_settings", ADMINISTRATOR),
    Row("office_settings_reminders", ADMINISTRATOR),
    Row("office_settings_retention", ADMINISTRATOR),
    Row("office_settings_retention", ADMINISTRATOR, post={}, ok=422),
    Row("office_settings_retention_round", ADMINISTRATOR, post={}, ok=302),
    Row("office_clients_reminders", AGENCY, args={"client": "anker"}),
    Row("office_settings", ADMINISTRATOR, post={"name": ""}, ok=422),
    Row("office_people", AT_THE_AGENCY),
    # At which client stands behind the question mark.
    Row("office_people_new", answers()),
    Row("office_people_person", AGENCY, args=MEMBER),
    Row("office_people_end", AGENCY, args=MEMBER, post={}, ok=302),
    Row("office_people_insight", KEEPERS, args=MEMBER, post={}, ok=302),
    Row("office_people_erasure", KEEPERS, args=MEMBER),
    Row("office_people_erasure", KEEPERS, args=MEMBER, post={}, ok=302),
    Row("office_people_password", AGENCY, args=MEMBER, post={}),
    Row("office_people_sessions", AGENCY, args=MEMBER, post={}, ok=302),
    Row("office_people_employ", ADMINISTRATOR),
    Row("office_people_role", ADMINISTRATOR, args=COLLEAGUE),
    Row("office_people_dismiss", ADMINISTRATOR, args=COLLEAGUE, post={}, ok=302),
]
