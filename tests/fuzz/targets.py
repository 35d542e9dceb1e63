"""All parsers that are hunted, and the stage that some of them need."""

import logging
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from tests.fuzz import doors, files, messages, pasted, visits, words
from tests.fuzz.stage import set_stage

ALL = (
    words.TARGET,
    pasted.TARGET,
    files.TARGET,
    messages.TARGET,
    doors.API,
    doors.SCREENS,
    visits.TARGET,
)
TARGETS = {one.name: one for one in ALL}


@contextmanager
def on_stage():
    """A database of its own, gone afterwards."""
    setup_test_environment()
    logging.disable()
    name = connection.creation.create_test_db(verbosity=0)
    call_command("createcachetable", verbosity=0)
    set_stage()
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        teardown_test_environment()
