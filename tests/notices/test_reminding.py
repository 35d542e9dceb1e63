"""Open hours are asked for in time: once, in the receiver's language."""

from datetime import timedelta

import pytest

from tests.cast import MONDAY, NOW, WEEK, crowd, entry, member, person, placed, seen
from tests.notices.conftest import MONDAY_NINE, TUESDAY_ONE
from werkbrief.notices.actions import post_due, remind, remind_due, warn_coaches_due
from werkbrief.notices.models import Letter, ReminderMoment
from werkbrief.notices.refusals import NobodyToRemind, NothingToRemind
from werkbrief.planning.models import Absence
from werkbrief.staffing.actions import Days, name_substitute
from werkbrief.staffing.models import AgencyRole, Membership, Right, Role
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import TimeEntry

pytestmark = pytest.mark.usefixtures("cast")


def test_on_the_moment_whoever_may_approve_is_reminded(anna, open_hours, monday_nine):
    assert remind_due(at=MONDAY_NINE) == 1
    letter = Letter.objects.get()
    assert letter.to == "anna@anker.nl"
    assert letter.subject == "Nog 1 werkbriefje open van week 47"
    assert "Keur ze goed vóór dinsdag 13:00." in letter.text
    assert "/klanten/anker/weken/2026-W47/werkbriefjes/" in letter.text


@pytest.mark.parametrize("minutes", [-1, 6 * 60, 3 * 24 * 60])
def test_before_the_moment_and_long_after_it_nobody_is(
    anna, open_hours, monday_nine, minutes
):
    assert remind_due(at=MONDAY_NINE + timedelta(minutes=minutes)) == 0


def test_the_same_moment_reminds_once_however_often_the_round_goes(
    anna, open_hours, monday_nine
):
    for minute in range(3):
        remind_due(at=MONDAY_NINE + timedelta(minutes=minute))
    assert Letter.objects.count() == 1


def test_a_finished_week_reminds_nobody(cast, anna, open_hours, monday_nine):
    actions.approve(TimeEntry.objects.all(), seen(open_hours), by=anna, at=MONDAY_NINE)
    assert remind_due(at=MONDAY_NINE) == 0


def test_the_absent_are_not_asked_for(cast, anna, open_hours, monday_nine):
    Absence.objects.create(
        agency=cast.agency, worker=open_hours.worker, starts_on=MONDAY
    )
    assert remind_due(at=MONDAY_NINE) == 0


def test_somebody_absent_who_did_work_as_planned_still_waits(
    cast, anna, open_hours, monday_nine
):
    """Typed hours say so, also when they are those of the plan."""
    TimeEntry.objects.update(is_touched=True)
    Absence.objects.create(
        agency=cast.agency, worker=open_hours.worker, starts_on=MONDAY
    )
    assert remind_due(at=MONDAY_NINE) == 1


def test_a_client_with_moments_of_its_own_follows_those(cast, anna, open_hours):
    ReminderMoment.objects.create(agency=cast.agency, weekday=0, minutes=540)
    ReminderMoment.objects.create(
        agency=cast.agency, client=cast.anker, weekday=1, minutes=600
    )
    assert remind_due(at=MONDAY_NINE) == 0
    assert remind_due(at=MONDAY_NINE + timedelta(hours=25)) == 1


def test_who_may_not_approve_gets_no_reminder(cast, anna, open_hours, monday_nine):
    Membership.objects.filter(user=anna).update(rights=[Right.SEE_TIMESHEETS])
    assert remind_due(at=MONDAY_NINE) == 0


def test_another_agencys_clients_are_not_reminded(cast, anna, monday_nine):
    entry(placed(cast.duin, "Berg, Joris"))
    assert remind_due(at=MONDAY_NINE) == 0


def test_one_click_reminds_and_a_double_click_does_no_more(cast, anna, open_hours):
    for _ in range(2):
        assert remind(cast.anker, WEEK, by=cast.jet, at=NOW) == 1
    assert Letter.objects.count() == 1


def test_a_click_for_nothing_says_so(cast, anna):
    with pytest.raises(NothingToRemind, match="er staat niets meer open"):
        remind(cast.anker, WEEK, by=cast.jet, at=NOW)


def test_a_click_for_nobody_says_what_to_do(cast, open_hours):
    with pytest.raises(NobodyToRemind, match="Vul er een in"):
        remind(cast.anker, WEEK, by=cast.jet, at=NOW)


def test_after_the_deadline_the_job_coach_hears_who_is_late_in_one_mail(
    cast, anna, open_hours
):
    """S0.4: late is shown to both sides, and feeds the mail."""
    cast.jet.email = "jet@kasdorp.nl"
    cast.jet.save()
    entry(placed(cast.boot, "Nowak, Jan"))
    assert warn_coaches_due(at=TUESDAY_ONE - timedelta(minutes=1)) == 0
    assert warn_coaches_due(at=TUESDAY_ONE) == 1
    assert warn_coaches_due(at=TUESDAY_ONE + timedelta(hours=1)) == 0
    letter = Letter.objects.get()
    assert letter.subject == "2 opdrachtgevers te laat met week 47"
    assert "Anker: 1" in letter.text


@pytest.mark.parametrize("workers", [5, 50])
def test_reminding_takes_as_many_statements_for_any_number(
    cast, anna, monday_nine, workers, django_assert_max_num_queries
):
    crowd(cast.anker, workers)
    crowd(cast.boot, workers)
    for n in range(workers // 5):
        user = person(f"Lid{n}", email=f"lid{n}@anker.nl")
        Membership.objects.create(
            user=user, client=cast.anker, rights=[Right.APPROVE.value]
        )
    with django_assert_max_num_queries(16):
        remind_due(at=MONDAY_NINE)


def test_it_arrives_as_text_and_html_with_one_button(
    postbox, anna, open_hours, monday_nine
):
    remind_due(at=MONDAY_NINE)
    assert post_due(at=MONDAY_NINE) == 1
    to, letter = postbox.next()
    assert to == ["anna@anker.nl"]
    assert letter["From"] == "Kasdorp <werkbrief@localhost>"
    html = letter.get_body(("html",)).get_content()
    assert html.count("<a href=") == 1
    assert "Nog 1" in letter["Subject"]
    assert letter.get_body(("plain",)).get_content().count("http") == 1


def test_roles_other_than_the_job_coach_are_not_warned(cast, open_hours):
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.BACK_OFFICE)
    cast.jet.email = "jet@kasdorp.nl"
    cast.jet.save()
    assert warn_coaches_due(at=TUESDAY_ONE) == 0


def test_who_is_away_is_not_reminded_but_the_stand_in_is(
    cast, anna, open_hours, monday_nine
):
    """P1.9."""
    bea = member(person("Bea Smit", email="bea@anker.nl"), cast.anker, [])
    days = Days(MONDAY_NINE.date(), MONDAY_NINE.date())
    held = name_substitute(cast.annas, bea, days, cast.annas, MONDAY_NINE)
    remind_due(at=MONDAY_NINE)
    letter = Letter.objects.get(key__startswith="reminder")
    assert letter.to == "bea@anker.nl"
    assert "omdat je Anna Anker vervangt" in letter.text
    assert f"/klanten/anker__{held.pk}/weken/2026-W47/" in letter.text
    # Who also approves herself gets one mail, to her own screen.
    bea.rights = [Right.APPROVE]
    bea.save()
    Letter.objects.all().delete()
    remind_due(at=MONDAY_NINE)
    letter = Letter.objects.get()
    assert letter.to == "bea@anker.nl"
    assert "/klanten/anker/weken/" in letter.text
    # Who cannot be mailed takes no mail away.
    bea.user.email = ""
    bea.user.save()
    Letter.objects.all().delete()
    remind_due(at=MONDAY_NINE)
    assert Letter.objects.get().to == "anna@anker.nl"


def test_who_has_no_address_has_a_stand_in_who_is_reminded(
    cast, anna, open_hours, monday_nine
):
    cast.anna.email = ""
    cast.anna.save()
    remind_due(at=MONDAY_NINE)
    assert not Letter.objects.exists()
    bea = member(person("Bea Smit", email="bea@anker.nl"), cast.anker, [])
    days = Days(MONDAY_NINE.date(), MONDAY_NINE.date())
    name_substitute(cast.annas, bea, days, cast.annas, MONDAY_NINE)
    remind_due(at=MONDAY_NINE)
    letter = Letter.objects.get(key__startswith="reminder")
    assert letter.to == "bea@anker.nl"
    assert "omdat je Anna Anker vervangt" in letter.text
