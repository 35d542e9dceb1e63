"""E-mail drop: a letter per card, to the box from which a back office reads in."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.utils import DNS_NAME

from werkbrief.exchange.models import Delivery, Receiver
from werkbrief.exchange.timecards.writing import file_stem, suffix
from werkbrief.exchange.transports.answers import Answer, arrived, later, refused

_LASTING = 500
_MOST = 300


@contextmanager
def mail_line(receiver: Receiver) -> Iterator["MailLine"]:
    connection = get_connection()
    try:
        yield MailLine(receiver, connection)
    finally:
        connection.close()


class MailLine:
    """By the installation's own mail server; it need not be told whom it may reach."""

    def __init__(self, receiver: Receiver, connection: BaseEmailBackend) -> None:
        self.receiver, self.connection = receiver, connection

    def send(self, delivery: Delivery, *, maybe_arrived: bool) -> Answer:  # noqa: ARG002
        """Nobody can ask a mailbox what it holds.

        The same card and revision has the same Message-ID and the same file, whenever
        it is sent: what came twice is known by it.
        """
        letter = self._letter(delivery)
        try:
            letter.send()
        except SMTPRecipientsRefused:
            return refused("De mailserver neemt dit adres niet aan.")
        except SMTPResponseException as broken:
            told = f"De mailserver antwoordde {broken.smtp_code}."[:_MOST]
            return refused(told) if broken.smtp_code >= _LASTING else later(told)
        except Exception as broken:  # noqa: BLE001  (any way a server can fail)
            return later(f"De mailserver was niet te bereiken ({_name(broken)}).")
        return arrived("Aangenomen door de mailserver.")

    def _letter(self, delivery: Delivery) -> EmailMessage:
        name = f"{file_stem(delivery)}.{suffix(self.receiver.form)}"
        digest = hashlib.sha256(f"{self.receiver.pk}/{name}".encode()).hexdigest()
        letter = EmailMessage(
            subject=f"Urenstaat {delivery.timecard.document}",
            body=f"Bijgevoegd: {name} ({delivery.get_step_display()}).\n",
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[self.receiver.address],
            headers={"Message-ID": f"<{digest[:32]}@{DNS_NAME}>"},
            connection=self.connection,
        )
        kind = f"application/{suffix(self.receiver.form)}"
        letter.attach(name, delivery.message.encode(), kind)
        return letter


def _name(broken: Exception) -> str:
    return type(broken).__name__
