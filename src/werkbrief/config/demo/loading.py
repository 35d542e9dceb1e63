"""Loading the example agency: the same one for the same day, all of it or nothing."""

from datetime import date, timedelta
from random import Random

from django.db import transaction

from werkbrief.config.demo.accounts import COACH
from werkbrief.config.demo.founding import admit, found_agency, make_users
from werkbrief.config.demo.hiring import YEAR, hire
from werkbrief.config.demo.requests import ask_for_staff, report_absent
from werkbrief.config.demo.waiting import leave_waiting
from werkbrief.config.demo.working import moment, work
from werkbrief.journal.actions import Deed
from werkbrief.staffing.models import Agency
from werkbrief.words.weeks import Week

SEED = 20_260_101
REASON = "voorbeeldbureau"


@transaction.atomic
def load(today: date) -> Agency:
    """A year of work before this day, through the actions that people would use."""
    rng = Random(SEED)  # noqa: S311  (the same names each time is the point)
    opened_on = Week.of(today - timedelta(days=YEAR + 90)).monday
    opened_at = moment(opened_on, 9)
    users = make_users()
    agency = found_agency(opened_on, Deed(None, None, opened_at, REASON))
    coach = users[COACH.username]
    deed = Deed(agency.pk, coach, opened_at + timedelta(hours=1))
    hire(agency, today, rng, deed)
    admit(agency, users, deed)
    report_absent(agency, today, rng, deed)
    work(agency, users, today, rng)
    this = Week.of(today)
    for week in (this.previous, this, this.next):
        at = moment(min(week.monday, this.monday) - timedelta(days=3), 15)
        ask_for_staff(agency, week, rng, Deed(agency.pk, coach, at))
    leave_waiting(agency, users, today, moment(this.monday, 7, 30))
    return agency
