"""A planner at a week of work, in a real browser."""

import pytest
from django.conf import settings
from django.test import Client as Visitor

from tests.browser.greenhouse import open_greenhouse


@pytest.fixture
def greenhouse(transactional_db):
    return open_greenhouse()


@pytest.fixture
def sign_in(live_server):
    """Give a browser context the session of somebody; the door has its own test."""

    def sign_in(context, user):
        visitor = Visitor()
        visitor.force_login(user)
        context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": visitor.cookies[settings.SESSION_COOKIE_NAME].value,
                    "url": live_server.url,
                }
            ]
        )

    return sign_in


@pytest.fixture
def complaints(page):
    """What the browser grumbles about: scripts that fail, policies that are crossed."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda line: found.append(line.text) if line.type == "error" else None,
    )
    return found


@pytest.fixture
def week(page, live_server, greenhouse, sign_in):
    """Last week's Werkbriefjes, on screen and ready for the hands."""
    sign_in(page.context, greenhouse.planner)
    page.goto(live_server.url + greenhouse.path)
    page.wait_for_selector("week-grid[data-ready]")
    return page
