"""When and whom a client is reminded, as the office sets it (S7)."""

from datetime import timedelta

import pytest

from tests.cast import WEEK, entry, member, person, placed
from tests.notices.conftest import MONDAY_NINE
from werkbrief.journal.models import Event
from werkbrief.notices.actions import remind_due, warn_coaches_due
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.staffing.reads import deadline

PAGE = "/kantoor/opdrachtgevers/anker/herinneringen/"


@pytest.fixture
def jet(cast, signed_in):
    cast.anna.email, cast.jet.email = "anna@anker.nl", "jet@kasdorp.nl"
    cast.anna.save()
    cast.jet.save()
    entry(placed(cast.anker))
    return signed_in(cast.jet)


def seen(browser, page=PAGE):
    return browser.get(page).context["form"]["gezien"].value()


def kept(browser, **typed):
    usual = {"by_itself": "on", "escalates": "on", "gezien": seen(browser)}
    wanted = {k: v for k, v in (usual | typed).items() if v}
    return browser.post(PAGE, wanted)


def test_a_client_chooses_its_moments_its_people_and_its_language(cast, jet):
    finance = person("Finn Anker", email="finn@anker.nl")
    member(finance, cast.anker)
    kept(jet, dag_1="0", om_1="11", recipients=[finance.pk], language="pl")
    assert remind_due(at=MONDAY_NINE) == 0
    assert remind_due(at=MONDAY_NINE + timedelta(hours=2)) == 1
    letter = Letter.objects.get()
    assert letter.to == "finn@anker.nl"
    assert "2026-W47" in letter.text
    assert "Nog 1" not in letter.subject
    assert Event.objects.get(verb="notices.reminders_set").by == cast.jet


def test_a_silent_client_is_reminded_by_a_click_only(cast, jet):
    kept(jet, by_itself="")
    assert remind_due(at=MONDAY_NINE) == 0


def test_without_escalation_the_job_coach_hears_nothing(cast, jet):
    at = deadline(cast.anker, WEEK) + timedelta(minutes=1)
    kept(jet, escalates="")
    assert warn_coaches_due(at=at) == 0
    kept(jet)
    assert warn_coaches_due(at=at) == 1


def test_whom_it_chose_and_who_left_is_no_reason_to_mail_nobody(cast, jet):
    finance = person("Finn Anker", email="finn@anker.nl")
    held = member(finance, cast.anker)
    kept(jet, recipients=[finance.pk])
    held.delete()
    assert remind_due(at=MONDAY_NINE) == 1
    assert Letter.objects.get().to == "anna@anker.nl"


def test_a_day_without_a_time_is_said_at_its_field(cast, jet):
    page = kept(jet, dag_2="1")
    assert page.status_code == 422
    assert "om_2" in page.context["form"].errors


def test_a_stale_screen_sets_nothing(cast, jet):
    old = seen(jet)
    kept(jet, dag_1="2", om_1="9")
    page = kept(jet, dag_1="3", om_1="9", gezien=old)
    assert page.status_code == 409
    assert [m.weekday for m in cast.anker.reminder_moments.all()] == [2]


def test_the_agencys_moments_hold_for_who_has_none(cast, jet):
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.ADMINISTRATOR)
    page = "/kantoor/instellingen/herinneringen/"
    jet.post(page, {"dag_1": "0", "om_1": "1100", "gezien": seen(jet, page)})
    assert remind_due(at=MONDAY_NINE) == 0
    assert remind_due(at=MONDAY_NINE + timedelta(hours=2)) == 1
