"""Bringing what is due to the mail server; what fails is tried again."""

import hashlib
import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.utils import DNS_NAME
from django.db import transaction

from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.notices.models import Letter

log = logging.getLogger("werkbrief.notices")
PAUSES = [timedelta(minutes=m) for m in (2, 10, 30, 60, 120, 240, 480)]
BATCH = 200


def post_due(*, at: datetime, only: str = "") -> int:
    """Send what is due, or of that only the letter with this key; how many went.

    Each letter is claimed, sent, and noted as sent, in that order. Two workers never
    claim the same try. A process that dies after the server took it and before the
    note may send it again, under the same Message-ID, by which a mailbox knows it; one
    that dies earlier leaves it for the next try. So none is ever lost.
    """
    sent = 0
    connection = get_connection()
    try:
        due = Letter.objects.due(at).select_related("agency")
        for letter in (due.filter(key=only) if only else due)[:BATCH]:
            sent += _claim(letter, at) and _send(letter, connection, at)
    finally:
        connection.close()
    return sent


def _send(letter: Letter, connection: BaseEmailBackend, at: datetime) -> bool:
    try:
        connection.open()  # once: it stays open for the letters after this one
        message(letter, connection).send()
    except Exception as problem:  # noqa: BLE001  (any way a server can fail)
        _note_problem(letter, problem, at)
        return False
    _note_sent(letter, at)
    return True


def message(
    letter: Letter, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """The mail itself; the same letter always has the same Message-ID."""
    digest = hashlib.sha256(letter.key.encode()).hexdigest()[:32]
    sender = letter.agency or "Werkbrief"
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=f"{_plain(str(sender))} <{settings.DEFAULT_FROM_EMAIL}>",
        to=[letter.to],
        headers={"Message-ID": f"<{digest}@{DNS_NAME}>"},
        connection=connection,
    )
    mail.attach_alternative(letter.html, "text/html")
    return mail


def _claim(letter: Letter, at: datetime) -> bool:
    """Raise `tries` by one, if nobody else did so first."""
    pause = PAUSES[min(letter.tries, len(PAUSES) - 1)]
    mine = Letter.objects.due(at).filter(pk=letter.pk, tries=letter.tries)
    return bool(mine.update(tries=letter.tries + 1, try_at=at + pause))


@transaction.atomic
def _note_sent(letter: Letter, at: datetime) -> None:
    mine = Letter.objects.filter(pk=letter.pk)
    if letter.agency_id is None:
        mine.delete()  # no agency has a term for it, so it is not kept
    else:
        mine.update(sent_at=at, text="", html="", problem="")
    # What sort of letter, and by its number to whom; the address is nowhere else.
    trace = Trace("notices.letter", letter.pk, None, {"letter": letter.kind})
    record("notices.sent", Deed(letter.agency_id, None, at, letter.key), [trace])


def _note_problem(letter: Letter, problem: Exception, at: datetime) -> None:
    """The kind of trouble is kept, not its text: that may hold an address."""
    given_up = at if letter.tries + 1 > len(PAUSES) else None
    mine = Letter.objects.filter(pk=letter.pk)
    if given_up and letter.agency_id is None:
        mine.delete()
    mine.update(problem=type(problem).__name__, given_up_at=given_up)
    log.warning("letter %s: %s", letter.pk, type(problem).__name__)


def _plain(name: str) -> str:
    return "".join(c for c in name if c.isalnum() or c in " .&-'")
