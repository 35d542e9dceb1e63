"""The ground under every test: which database, which browser."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signals
from django.db import close_old_connections
from django.test import override_settings

from make.machine import chromium
from tests.cast import assemble
from tests.postbox import opened

VENDORS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, tmp_path_factory
):
    """A file per run, so that two runs on one machine never meet."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        folder: Path = tmp_path_factory.mktemp("database")
        database["TEST"]["NAME"] = str(folder / "werkbrief.sqlite3")
        # What is thrown away needs no safety from a power cut.
        hurried = database["OPTIONS"]["init_command"].replace("FULL", "OFF")
        database["OPTIONS"] = database["OPTIONS"] | {"init_command": hurried}


@pytest.fixture(scope="session", autouse=True)
def _hurried_hashes():
    """A quarter of the tests' time went to hashing passwords."""
    with override_settings(PASSWORD_HASHERS=["tests.hurried.HurriedHasher"]):
        yield


@pytest.fixture
def cast(db):
    """Anna hires at Anker, Bram at Boot, Coco hires nowhere; Jet is Job Coach."""
    return assemble()


@pytest.fixture
def postbox(settings, monkeypatch):
    """A real SMTP server; the portal's mail comes in there.

    What a visitor is not kept waiting for is done at once: a thread of its own would
    not see what a test has not yet committed.
    """
    monkeypatch.setattr("werkbrief.config.signing_in.later", lambda work: work())
    with opened(settings) as box:
        yield box


@pytest.fixture
def signed_in(client):
    """A client of this user, signed in: `signed_in(cast.anna).get(…)`."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium; root has no sandbox to give it."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": str(chromium()),
        "args": arguments,
    }


def pytest_collection_modifyitems(config, items):
    """What is about one database's own manners doesn't exist on the other.

    SQLite's run holds all the rest; what can't reach a database needs no second one.
    """
    engine = settings.DATABASES["default"]["ENGINE"]
    strange = {vendor for vendor in VENDORS if vendor not in engine}
    elsewhere = [
        item
        for item in items
        if strange & {m.name for m in item.iter_markers()}
        or ("sqlite" in strange and not _can_reach_a_database(item))
    ]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def _can_reach_a_database(item):
    """By a fixture or a mark; in tests/config also by a process of its own."""
    asked = {"db", "transactional_db", "django_db_setup", "live_server"}
    return bool(
        asked & set(item.fixturenames)
        or any(item.iter_markers("django_db"))
        or "tests/config/" in item.nodeid
    )


def pytest_configure(config):
    # Playwright's own event loop runs in this thread; Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """The browser of somebody Dutch: the sign-in page speaks as the browser asks."""
    return {**browser_context_args, "locale": "nl-NL"}


@pytest.fixture
def open_line():
    """As Django's own test browser does: a request does not close the connection."""
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)
