"""Who gets what on the agency's screens."""

from tests.access.rows import OK, Row, answers

# Each agency has its own: there the other's Job Coach sees the other's.
AT_THE_AGENCY = answers(coach=OK, other_coach=OK)

ROWS: list[Row] = [
    Row("office", AT_THE_AGENCY, ok=302),
    Row("office_import", AT_THE_AGENCY),
    Row("office_import", AT_THE_AGENCY, post={"daad": "nakijken"}, ok=422),
    Row("office_import_example", AT_THE_AGENCY),
]
