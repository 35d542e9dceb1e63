"""What goes wrong at work: no network, no session, a colleague who was first."""

import pytest
from django.db import OperationalError
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.cast import person
from werkbrief.staffing.models import Membership, Right
from werkbrief.timesheets import actions


@pytest.fixture
def colleague(browser, live_server, greenhouse):
    """Somebody else at the same week, in a browser of their own."""
    user = person("Cees Collega")
    rights = [right.value for right in Right]
    Membership.objects.create(user=user, client=greenhouse.client, rights=rights)
    context = browser.new_context(locale="nl-NL")
    desk = Desk(context.new_page(), live_server.url, greenhouse)
    desk.sign_in(user)
    desk.open()
    yield desk
    context.close()


def test_without_a_network_nothing_is_lost_and_it_is_said(desk, greenhouse):
    desk.sign_in()
    desk.open()
    desk.page.context.set_offline(offline=True)
    desk.go_to("Kowalski", 1)
    desk.type("8-17")
    desk.press("Enter")
    expect(desk.refusal).to_contain_text("Geen verbinding: er is niets opgeslagen.")
    expect(desk.cell("Kowalski", 1).locator("input")).to_have_value("8-17")
    desk.page.context.set_offline(offline=False)
    desk.press("Enter")
    expect(desk.cell("Kowalski", 1)).to_contain_text("08:00–17:00")


def test_without_a_database_what_was_typed_stays_and_it_is_said(desk, monkeypatch):
    def away(*_args, **_kwargs):
        raise OperationalError("server closed the connection unexpectedly")

    desk.sign_in()
    desk.open()
    desk.go_to("Kowalski", 1)
    desk.type("8-17")
    with monkeypatch.context() as patch:
        patch.setattr(actions, "change", away)
        desk.press("Enter")
        expect(desk.refusal).to_contain_text("De database is even niet te bereiken.")
        expect(desk.cell("Kowalski", 1).locator("input")).to_have_value("8-17")
    desk.press("Enter")
    expect(desk.cell("Kowalski", 1)).to_contain_text("08:00–17:00")


def test_a_session_that_ended_is_said_with_a_way_out(desk, greenhouse):
    desk.sign_in()
    desk.open()
    cookies = desk.page.context.cookies()
    desk.page.context.clear_cookies()
    desk.go_to("Kowalski", 1)
    desk.press("g")
    expect(desk.refusal).to_contain_text("De sessie is verlopen")
    desk.page.context.add_cookies(cookies)
    desk.press("g")
    expect(desk.cell("Kowalski", 1)).to_have_attribute("data-s", "approved")


def test_a_stale_judgement_is_refused_with_the_difference(planner, colleague):
    """8.5: two people, one week."""
    colleague.go_to("Kowalski", 1)
    colleague.type("8-17/45")
    colleague.press("Enter")
    expect(colleague.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    planner.page.route("**/nieuws/**", lambda route: route.abort())
    planner.go_to("Kowalski", 1)
    planner.press("g")
    expect(planner.refusal).to_contain_text("08:00–17:00 pauze 45 door Cees Collega")
    expect(planner.cell("Kowalski", 1)).to_contain_text("08:00–17:00")
    planner.stands_on("Kowalski", 1)


def test_who_comes_second_is_told_who_was_first(planner, colleague, greenhouse):
    for desk in (colleague, planner):
        desk.day(2).click(modifiers=["Control"])
    colleague.press("g")
    expect(colleague.toast).to_contain_text("19 werkbriefjes goedgekeurd.")
    planner.press("g")
    expect(planner.refusal).to_contain_text("Deze uren staan al vast")
    expect(planner.refusal).to_contain_text("Cees Collega")
    assert greenhouse.entries.filter(decision__isnull=False).count() == 19


def test_undo_puts_back_what_was_just_done(planner, greenhouse):
    planner.go_to("Kowalski", 1)
    planner.press("g")
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "approved")
    planner.press("Control+z")
    expect(planner.toast).to_contain_text("Ongedaan gemaakt.")
    expect(planner.cell("Kowalski", 1)).to_have_attribute("data-s", "open")
    planner.stands_on("Kowalski", 1)
    assert not greenhouse.entries.filter(decision__isnull=False).exists()


def test_the_undo_button_goes_away_after_its_moment(planner):
    planner.page.clock.install()
    planner.go_to("Kowalski", 1)
    planner.press("g")
    expect(planner.toast.get_by_role("button")).to_be_visible()
    planner.page.clock.fast_forward(10_500)
    expect(planner.toast).to_have_text("")
