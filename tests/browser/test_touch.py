"""Fingers on the week, at 390 px: tap, long press, swipe."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PHONE, Desk


@pytest.fixture
def finger(browser, live_server, greenhouse):
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, locale="nl-NL"
    )
    desk = Desk(context.new_page(), live_server.url, greenhouse)
    desk.sign_in()
    desk.open()
    desk.page.locator(".days button").nth(3).tap()
    yield desk
    assert desk.complaints == []
    context.close()


def touch(desk, name, *, to=(0, 0), hold=0):
    """Press on the card, move a finger over `to`, hold that long, and let go."""
    box = desk.cell(name, 3).bounding_box()
    x, y = box["x"] + 150, box["y"] + 10
    session = desk.page.context.new_cdp_session(desk.page)

    def send(kind, points):
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]},
        )

    send("touchStart", [(x, y)])
    if hold:
        desk.page.wait_for_timeout(hold)
    if to != (0, 0):
        send("touchMove", [(x + to[0] / 2, y + to[1] / 2)])
        send("touchMove", [(x + to[0], y + to[1])])
    send("touchEnd", [])


def test_a_tap_opens_the_entry(finger):
    """S5.2.1."""
    # P5.2.1
    finger.page.locator("tr", has_text="Kowalski").tap(position={"x": 90, "y": 20})
    expect(finger.dialog("entry")).to_contain_text("Kowalski, Agnieszka")


def test_a_long_press_starts_selecting_and_a_tap_adds(finger):
    touch(finger, "Kowalski", hold=600)
    expect(finger.page.locator("#selected")).to_contain_text("1 geselecteerd")
    finger.cell("El Idrissi", 3).tap(position={"x": 100, "y": 10})
    expect(finger.page.locator("#selected")).to_contain_text("2 geselecteerd")
    finger.page.get_by_role("button", name="Goedkeuren").tap()
    expect(finger.toast).to_contain_text("2 werkbriefjes goedgekeurd.")


@pytest.mark.parametrize(("across", "day"), [(-200, 4), (200, 2)])
def test_a_swipe_goes_to_the_next_day(finger, across, day):
    touch(finger, "Kowalski", to=(across, 0))
    pressed = finger.page.locator(".days button[aria-pressed=true]")
    expect(pressed).to_have_attribute("data-day", str(day))
    expect(finger.page.locator("dialog[open]")).to_have_count(0)


def test_nothing_is_smaller_than_a_fingertip(finger):
    small = finger.page.evaluate(
        """() => [...document.querySelectorAll("main button, main summary, .menu a")]
          .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }))
          .filter((one) => !one.closest(".menu"))
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent.trim())"""
    )
    assert small == []
