"""No letter is lost, and none goes twice, whatever dies in between."""

import signal
from datetime import timedelta

import pytest

from tests.notices.conftest import MONDAY_NINE
from tests.processes import elsewhere
from werkbrief.journal.models import Event
from werkbrief.notices.actions import post_due, posting, remind_due
from werkbrief.notices.models import Letter

DIES = """
import os, signal, django
from datetime import datetime
django.setup()
from django.conf import settings
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", {port}
from werkbrief.notices.actions import posting
posting.{where} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
posting.post_due(at=datetime.fromisoformat({at!r}))
"""
LATER = MONDAY_NINE + timedelta(minutes=5)


@pytest.fixture
def laid_ready(anna, open_hours, monday_nine):
    remind_due(at=MONDAY_NINE)
    return Letter.objects.get()


def test_what_was_sent_is_noted_and_its_text_is_gone(postbox, laid_ready):
    assert post_due(at=MONDAY_NINE) == 1
    sent = Letter.objects.get()
    assert sent.sent_at == MONDAY_NINE
    assert (sent.text, sent.html) == ("", "")
    assert Event.objects.filter(verb="notices.sent").count() == 1
    assert post_due(at=LATER) == 0


def test_a_server_that_is_away_costs_no_letter(settings, laid_ready, postbox):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    settings.EMAIL_TIMEOUT = 2
    assert post_due(at=MONDAY_NINE) == 0
    assert Letter.objects.get().problem == "ConnectionRefusedError"
    settings.EMAIL_PORT = port
    assert post_due(at=MONDAY_NINE) == 0, "the next try has its own moment"
    assert post_due(at=LATER) == 1


def test_after_many_tries_it_is_given_up_visibly(settings, laid_ready):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    at = MONDAY_NINE
    for _ in range(10):
        post_due(at=at)
        at += timedelta(hours=9)
    letter = Letter.objects.get()
    assert letter.given_up_at is not None
    assert letter.tries == 8


def test_two_workers_at_once_send_it_once(postbox, laid_ready, monkeypatch):
    """The second saw the letter as due too, but the first had claimed this try."""
    claim = posting._claim

    def both(letter, at):
        assert claim(letter, at)
        return claim(letter, at)

    monkeypatch.setattr(posting, "_claim", both)
    assert post_due(at=MONDAY_NINE) == 0
    assert postbox.all() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("where", ["_claim", "message"])
def test_killed_before_it_went_it_goes_at_the_next_try(
    postbox, settings, tmp_path, laid_ready, where
):
    _die(where, settings, tmp_path)
    assert postbox.all() == []
    assert post_due(at=LATER) == 1
    assert len(postbox.all()) == 1


@pytest.mark.django_db(transaction=True)
def test_killed_after_it_went_a_mailbox_knows_the_second_one(
    postbox, settings, tmp_path, laid_ready
):
    _die("_note_sent", settings, tmp_path)
    post_due(at=LATER)
    ids = {letter["Message-ID"] for _, letter in postbox.all()}
    assert len(ids) == 1


def _die(where, settings, tmp_path):
    script = DIES.format(
        where=where, port=settings.EMAIL_PORT, at=MONDAY_NINE.isoformat()
    )
    died = elsewhere(script, tmp_path)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
