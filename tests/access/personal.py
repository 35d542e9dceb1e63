"""Who gets what by a personal link: whoever holds the address, signed in or not."""

from tests.access.rows import OK, Row, answers
from tests.cast import WEEK

HELD = answers(nobody=OK, others=OK)
MINE = {"token": lambda stage: stage.link.token}
IN_WEEK = MINE | {"week": str(WEEK)}

ROWS = [
    Row("personal", HELD, args=MINE),
    Row("personal_week", HELD, args=IN_WEEK),
    Row("personal_calendar", HELD, args=MINE),
    Row("objections", HELD, args=IN_WEEK, ok=422, post={"uren": "1"}),
    Row("personal", answers(nobody=404), args={"token": "1-geraden"}),
]
