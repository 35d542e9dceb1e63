"""The Werkplanning screen under somebody's hands: mouse, keys alone, a thumb, paper."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.desk import PHONE
from werkbrief.planning.actions import Planned, plan
from werkbrief.planning.models import MessageKind, PlanningMessage, StaffingOrder
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week


@pytest.fixture
def schedule(desk, greenhouse):
    """The planner at the Werkplanning of the week of the greenhouse."""
    desk.sign_in()
    desk.open(_path(greenhouse, greenhouse.week))
    yield desk
    assert desk.complaints == []


def _path(greenhouse, week, query=""):
    return f"/klanten/{greenhouse.client.slug}/weken/{week}/werkplanning/{query}"


def _first(desk):
    return desk.page.locator("#grid [data-dienst]:visible").first


def test_by_mouse_another_time_is_told_and_taken_back(schedule):
    """S3.12, P3.12: click, type, send; the cell says so; then withdrawn."""
    page = schedule.page
    cell = _first(schedule)
    cell.click()
    dialog = schedule.dialog("telling")
    dialog.get_by_label("Eindtijd", exact=True).fill("14:30")
    dialog.get_by_role("button", name="Versturen").click()
    expect(dialog).to_have_count(0)
    expect(cell).to_contain_text("gemeld")
    expect(cell).to_be_focused()
    sent = page.locator("#sent")
    expect(sent).to_contain_text("tot 14:30")
    assert PlanningMessage.objects.get().end == 14 * 60 + 30
    sent.get_by_role("button", name="Intrekken").click()
    expect(sent).to_contain_text("ingetrokken")
    expect(cell).not_to_contain_text("gemeld")


def test_by_keys_alone_somebody_is_told_not_to_come(schedule):
    """S3.13: Tab to the sheet, Enter, choose, type, Enter."""
    page = schedule.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#grid')"):
            break
    schedule.press("ArrowRight", "ArrowLeft", "Enter")
    dialog = schedule.dialog("telling")
    expect(dialog.get_by_label("Andere tijden")).to_be_focused()
    schedule.press("ArrowRight")
    expect(dialog.get_by_label("Komt niet")).to_be_checked()
    schedule.press("Tab")
    schedule.type("Belde af")
    schedule.press("Tab", "Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator("#sent")).to_contain_text("Belde af")
    assert PlanningMessage.objects.get().kind == MessageKind.NO_SHOW


def test_what_was_typed_is_not_lost_by_one_escape(schedule):
    _first(schedule).click()
    dialog = schedule.dialog("telling")
    dialog.get_by_label("Eindtijd", exact=True).fill("14")
    schedule.press("Escape")
    expect(dialog.get_by_role("alert")).to_contain_text("Nog niet verstuurd")
    schedule.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_refusal_stands_in_the_dialog_at_its_field(schedule):
    _first(schedule).click()
    dialog = schedule.dialog("telling")
    dialog.get_by_label("Starttijd", exact=True).fill("zeven")
    dialog.get_by_role("button", name="Versturen").click()
    expect(dialog.get_by_role("alert")).to_contain_text("geen tijd")
    field = dialog.get_by_label("Starttijd", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    expect(field).to_have_value("zeven")


def test_staff_is_asked_for_and_shows_as_open(schedule, greenhouse):
    """P3.13: for next week, three people."""
    page = schedule.page
    coming = Week.of(timezone.localdate()).next
    schedule.open(_path(greenhouse, coming))
    page.get_by_role("button", name="Personeel aanvragen").click()
    dialog = schedule.dialog("telling")
    dialog.get_by_label("Aantal").fill("3")
    dialog.get_by_label("Functie").select_option(index=1)
    dialog.locator("[name=dag]").first.check()
    dialog.get_by_label("Starttijd", exact=True).fill("7")
    dialog.get_by_label("Eindtijd", exact=True).fill("15:30")
    dialog.get_by_role("button", name="Aanvragen").click()
    expect(page.locator("#sent")).to_contain_text("Personeel aangevraagd 3 ×")
    expect(page.locator("#totals")).to_contain_text("3 open")
    assert StaffingOrder.objects.get().headcount == 3


def test_a_calendar_address_is_made_and_withdrawn(schedule):
    """P3.14."""
    page = schedule.page
    page.get_by_role("button", name="Agenda").click()
    dialog = schedule.dialog("telling")
    dialog.get_by_role("button", name=re.compile("Adres maken")).first.click()
    field = dialog.locator("input[readonly]")
    expect(field).to_have_value(re.compile(r"/agenda/.+\.ics$"))
    address = field.input_value()
    assert page.request.get(address).text().startswith("BEGIN:VCALENDAR")
    dialog.get_by_role("button", name="Intrekken").click()
    expect(field).to_have_count(0)
    assert page.request.get(address).status == 404


def test_on_a_phone_one_day_at_a_time_with_a_message_per_card(schedule):
    """S3.12 at 390 px: nothing wider than the screen, no hover, a thumb's height."""
    page = schedule.page
    page.set_viewport_size(PHONE)
    page.reload()
    page.wait_for_selector("[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    card = page.locator("#grid .card-actions:visible").first
    button = card.get_by_role("button", name="Melding")
    assert button.bounding_box()["height"] >= 44
    button.click()
    dialog = schedule.dialog("telling")
    dialog.get_by_label("Komt niet").check()
    dialog.get_by_role("button", name="Versturen").click()
    expect(dialog).to_have_count(0)
    assert PlanningMessage.objects.count() == 1
    page.get_by_role("button", name="Melding over deze dag").click()
    expect(dialog.get_by_role("heading")).to_contain_text("Melding over")
    schedule.press("Escape")


def test_week_and_filters_go_along_to_the_hours_and_back(schedule, greenhouse):
    """S2.4."""
    page = schedule.page
    schedule.open(_path(greenhouse, greenhouse.week, "?start=07:00"))
    page.get_by_role("link", name="Werkbriefjes", exact=True).click()
    expect(page).to_have_url(re.compile(rf"{greenhouse.week}/werkbriefjes/\?start="))
    page.get_by_role("link", name="Werkplanning").click()
    expect(page).to_have_url(re.compile(rf"{greenhouse.week}/werkplanning/\?start="))


def test_on_paper_it_fits_the_width_of_an_a4(schedule):
    """P3.14: landscape, all seven days and the totals, no buttons."""
    page = schedule.page
    page.emulate_media(media="print")
    # 297 mm minus twice 10 mm, at 96 dots per inch.
    page.set_viewport_size({"width": 1046, "height": 700})
    assert page.evaluate("document.querySelector('#grid').scrollWidth") <= 1046
    expect(page.locator("#grid thead th").last).to_be_visible()
    expect(page.locator("#totals")).to_be_visible()
    cell = _first(schedule).bounding_box()
    total = _first(schedule).locator("b").bounding_box()
    assert total["y"] + total["height"] <= cell["y"] + cell["height"] + 1
    expect(page.get_by_role("button", name="Afdrukken")).to_have_count(0)
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(842, 595)}
    assert len(sizes) <= 2, "twenty people and what they are short of"


def test_an_empty_week_fills_itself_when_the_agency_plans(schedule, greenhouse):
    page = schedule.page
    later = Week.of(timezone.localdate()) + 9
    page.goto(re.sub(r"\d{4}-W\d\d", str(later), page.url))
    expect(page.get_by_text("Niemand ingepland")).to_be_visible()
    assignment = greenhouse.client.assignments.first()
    seven = midnight(later.monday) + 7 * 60
    hours = [Planned(seven, seven + 8 * 60, 30)]
    plan(
        {(assignment.pk, later.monday): hours},
        agency=greenhouse.client.agency,
        by=None,
        at=timezone.now(),
    )
    shift = page.locator("#grid [data-dienst]")
    expect(shift).to_have_count(1, timeout=6_000)
