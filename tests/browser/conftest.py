"""A planner at a week of work, in a real browser."""

import pytest

from tests.browser.desk import Desk
from tests.browser.greenhouse import make_a_mixed_week, open_greenhouse


@pytest.fixture
def greenhouse(transactional_db):
    return open_greenhouse()


@pytest.fixture
def desk(page, live_server, greenhouse):
    """Somebody at a screen who has not signed in."""
    return Desk(page, live_server.url, greenhouse)


@pytest.fixture
def planner(desk):
    """The planner at last week's Werkbriefjes, of which nothing has been judged."""
    desk.sign_in()
    desk.open()
    yield desk
    assert desk.complaints == []


@pytest.fixture
def busy_planner(desk, greenhouse):
    """The planner halfway: Monday approved, some changed, one rejected, a remark."""
    make_a_mixed_week(greenhouse)
    desk.sign_in()
    desk.open()
    yield desk
    assert desk.complaints == []
