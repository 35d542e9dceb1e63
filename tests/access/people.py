"""Who gets what among users and rights."""

from tests.access.rows import ADMINISTRATOR, AGENCY, OK, Row, answers
from werkbrief.staffing.models import AgencyRole

MEMBER = {"membership": lambda stage: stage.colleague.pk}
COLLEAGUE = {"role": lambda stage: AgencyRole.objects.get(user=stage.cast.jet).pk}
AT_THE_AGENCY = AGENCY | {"other_coach": OK}
PEOPLE = [
    Row("office_settings", ADMINISTRATOR),
    Row("office_settings", ADMINISTRATOR, post={"name": ""}, ok=422),
    Row("office_people", AT_THE_AGENCY),
    # At which client stands behind the question mark.
    Row("office_people_new", answers()),
    Row("office_people_person", AGENCY, args=MEMBER),
    Row("office_people_end", AGENCY, args=MEMBER, post={}, ok=302),
    Row("office_people_password", AGENCY, args=MEMBER, post={}),
    Row("office_people_sessions", AGENCY, args=MEMBER, post={}, ok=302),
    Row("office_people_employ", ADMINISTRATOR),
    Row("office_people_role", ADMINISTRATOR, args=COLLEAGUE),
    Row("office_people_dismiss", ADMINISTRATOR, args=COLLEAGUE, post={}, ok=302),
]
