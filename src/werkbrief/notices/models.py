"""Mail waiting to go, when clients are reminded, and what workers were told."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from werkbrief.accounts.models import Language
from werkbrief.staffing.models import Agency, AgencyKey, Client, PersonalLink


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> LetterQuerySet:
        return self.filter(sent_at__isnull=True, given_up_at__isnull=True)

    def due(self, at: datetime) -> LetterQuerySet:
        return self.waiting().filter(try_at__lte=at)


class Letter(models.Model):
    """One mail to one address. `key` says what it is about: the same never goes twice.

    Without an agency it is about an account that belongs to more of them, or to none;
    such a letter is not kept when it has gone.

    A try is claimed by raising `tries` before anything is sent; `try_at` is then the
    moment for the next one. What was sent keeps no text: it stands in the journal.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, related_name="+"
    )
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, null=True, related_name="+"
    )
    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    queued_at = models.DateTimeField()
    try_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["try_at"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="letter_waiting",
            ),
            models.Index(fields=["client", "queued_at"]),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def kind(self) -> str:
        """What sort of letter: "reminder"."""
        return self.key.partition(":")[0]


class ReminderMoment(models.Model):
    """When open hours are asked for: a moment in the week after, local time.

    Without a client it holds for all clients of the agency that have none of their own.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="reminder_moments"
    )
    client = models.ForeignKey(
        Client, on_delete=models.CASCADE, null=True, related_name="reminder_moments"
    )
    weekday = models.PositiveSmallIntegerField(validators=[MaxValueValidator(6)])
    minutes = models.PositiveSmallIntegerField(validators=[MaxValueValidator(1439)])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "weekday", "minutes"],
                name="remindermoment_once_per_client",
            ),
            models.UniqueConstraint(
                fields=["agency", "weekday", "minutes"],
                condition=Q(client__isnull=True),
                name="remindermoment_once_per_agency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.minutes // 60}:{self.minutes % 60:02}"


class ReminderSetting(models.Model):
    """How one client wants to be reminded; without this row, as everybody is.

    `recipients` empty: whoever may approve. `language` empty: each in their own.
    `is_silent`: never by itself. `escalates`: what is late goes to the Job Coach.
    """

    agency = AgencyKey("client")
    client = models.OneToOneField(
        Client,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="reminder_setting",
    )
    is_silent = models.BooleanField(default=False)
    escalates = models.BooleanField(default=True)
    language = models.CharField(max_length=2, choices=Language.choices, blank=True)
    recipients = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"herinneringen van {self.client_id}"


class ToldSchedule(models.Model):
    """The coming shifts as a worker was last told of them, to see what changed."""

    agency = AgencyKey("link")
    link = models.OneToOneField(
        PersonalLink, on_delete=models.CASCADE, primary_key=True, related_name="told"
    )
    shifts = models.JSONField(default=list)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"verteld {self.at:%Y-%m-%d %H:%M}"
