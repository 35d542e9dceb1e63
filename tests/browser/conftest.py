"""A planner at a week of work, in a real browser."""

import pytest

from tests.browser.album import Album
from tests.browser.desk import Desk
from tests.browser.greenhouse import make_a_mixed_week, open_greenhouse


@pytest.fixture(scope="session")
def album(django_db_setup, django_db_blocker):
    """Flushing and building take longer than most tests: pictures are laid back."""
    with django_db_blocker.unblock():
        found = Album()
        found.clear()
    return found


@pytest.fixture
def transactional_db(album, django_db_blocker):
    """Every test here has committed rows, which the portal's own threads see."""
    with django_db_blocker.unblock():
        yield
        album.clear()


@pytest.fixture
def db(transactional_db):
    """A browser sees nothing of a transaction that is still open."""


@pytest.fixture
def greenhouse(transactional_db, album):
    return album.open("greenhouse", open_greenhouse)


@pytest.fixture
def mixed(greenhouse, album):
    """The greenhouse halfway: approved, changed, rejected, and a remark."""

    def halfway():
        make_a_mixed_week(greenhouse)
        return greenhouse

    return album.open("mixed", halfway)


@pytest.fixture(scope="session")
def one_context(browser, browser_context_args):
    """One profile for all tests: what it fetched once, it need not fetch again."""
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


@pytest.fixture
def context(one_context):
    """Nobody has been here before: no cookie, no permission, nothing stored."""
    yield one_context
    for page in one_context.pages:
        page.close()
    one_context.clear_cookies()
    one_context.clear_permissions()
    one_context.set_offline(offline=False)


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
def busy_planner(desk, mixed):
    """The planner halfway: Monday approved, some changed, one rejected, a remark."""
    desk.sign_in()
    desk.open()
    yield desk
    assert desk.complaints == []
