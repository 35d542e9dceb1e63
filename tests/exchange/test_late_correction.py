"""Done late: a longer Monday moves Friday's overtime, everywhere it is told.

S8.1, S6.2: in the portal's dialog and workbook, in what goes to the back office, in the
explanation; and the journal keeps what was and what is.
"""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, entry, person, placed, seen
from tests.exchange.handing import agreed, hand_over, receiver
from werkbrief.journal.models import Change
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.timesheets import actions
from werkbrief.timesheets.actions import Proposal
from werkbrief.timesheets.models import CorrectionRequest
from werkbrief.words.notation import Typed, read_clock


@pytest.fixture
def week(cast):
    """Five days from seven to four, approved, and handed over: two hours over 38."""
    agreed(cast.anker)
    anna = placed(cast.anker, number="1001")
    days = [
        entry(anna, MONDAY.replace(day=16 + n), "7:00", "16:00", 60) for n in range(5)
    ]
    scope = cast.anker.time_entries.all()
    actions.approve(scope, seen(*days), by=cast.anna, at=NOW)
    return days


@pytest.fixture
def corrected(cast, week):
    """Monday went on until six; the agency took it over after the first export."""
    to = receiver(cast, has_rates=True)
    first = hand_over(to)
    scope = cast.anker.time_entries.all()
    proposal = Proposal(Typed(end=read_clock("18:00")), "de klok zegt zes uur")
    asked = actions.ask_correction(scope, week[0].pk, proposal, by=cast.anna, at=NOW)
    actions.accept_correction(
        CorrectionRequest.objects.all(), asked.pk, by=cast.jet, at=NOW
    )
    return first, hand_over(to)


def dialog(visitor, one):
    kwargs = {"client": "anker", "week": WEEK, "entry": one.pk}
    return visitor.get(reverse("entry", kwargs=kwargs)).content.decode()


def test_before_saving_the_dialog_tells_what_moves(cast, signed_in):
    agreed(cast.anker)
    anna = placed(cast.anker)
    monday, *_ = [
        entry(anna, MONDAY.replace(day=16 + n), "7:00", "16:00", 60) for n in range(5)
    ]
    kwargs = {"client": "anker", "week": WEEK, "entry": monday.pk}
    page = signed_in(cast.anna).post(
        reverse("preview", kwargs=kwargs), {"eind": "18:00"}
    )
    told = " ".join(page.content.decode().split())
    assert "<b>vrijdag 20 november</b> overwerk 135%: 2:00 → <b>4:00</b>" in told


def test_fridays_overtime_moves_in_the_dialog_and_its_reasons(
    cast, week, signed_in, corrected
):
    page = dialog(signed_in(cast.anna), week[4])
    assert '<b>4:00</b></td><td class="number">4:00</td><td>135%</td>' in page
    assert "vr 20-11-2026 08:00–12:00: 4:00 100% normale uren" in page
    assert "12:00–16:00: 4:00 135% door overwerk (38:00 per week" in page


def test_fridays_overtime_moves_in_the_workbook(cast, week, signed_in, corrected):
    address = reverse("timesheets_excel", kwargs={"client": "anker", "week": WEEK})
    book = openpyxl.load_workbook(io.BytesIO(signed_in(cast.anna).get(address).content))
    friday = [
        (row[6], row[5])
        for row in book["Loonregels"].iter_rows(min_row=2, values_only=True)
        if row[2].day == 20
    ]
    four = timedelta(hours=4)
    assert friday == [(1.0, four), (1.35, four)]


def test_the_second_export_gives_monday_and_friday(cast, week, corrected):
    first, second = corrected
    (old,), (new,) = first.values(), second.values()
    assert (old.step, new.step) == ("new", "corrected")

    def friday(one):
        return {
            (line["percent"], line["hours"])
            for line in one.content["lines"]
            if line["start"].startswith("2026-11-20") and line["action"] != "Void"
        }

    assert friday(old) == {("100", "6.00"), ("135", "2.00")}
    assert friday(new) == {("100", "4.00"), ("135", "4.00")}


def test_the_journal_shows_both_days_as_they_were_and_are(
    cast, week, corrected, signed_in
):
    change = Change.objects.filter(kind="exchange.delivery").latest("pk")
    assert "2026-11-16: HT100 100% 8.00" in change.before["paid"]
    assert "2026-11-16: HT100 100% 10.00" in change.after["paid"]
    assert "2026-11-20: HT100 100% 6.00, HT200 135% 2.00" in change.before["paid"]
    assert "2026-11-20: HT100 100% 4.00, HT200 135% 4.00" in change.after["paid"]
    kees = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=kees, role=Role.BACK_OFFICE)
    page = signed_in(kees).get("/kantoor/logboek/").content.decode()
    assert "betaald per dag" in page
    assert "HT200 135% 4.00" in page
    assert "18:00" in page
