"""How long an agency keeps what it knows of people, and who is to be erased."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from werkbrief.staffing.models import Agency, Worker

# Article 52 of the Dutch General State Taxes Act: payroll records, seven years.
LEGAL_YEARS = 7


class Retention(models.Model):
    """Bewaarbeleid of one agency; without a row, the defaults.

    `years`: after the year of somebody's last day. `account_days`: after an account
    opens nothing any more. `letter_days`: mails that went. `message_days`: messages
    that systems sent. `link_days`: a worker's address after the link ended.
    `ran_on`: the last day on which all of it was looked through.
    """

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, primary_key=True, related_name="retention"
    )
    years = models.PositiveSmallIntegerField(
        default=LEGAL_YEARS,
        validators=[MinValueValidator(LEGAL_YEARS), MaxValueValidator(30)],
    )
    account_days = models.PositiveSmallIntegerField(
        default=90, validators=[MaxValueValidator(3650)]
    )
    letter_days = models.PositiveSmallIntegerField(
        default=365, validators=[MinValueValidator(30), MaxValueValidator(3650)]
    )
    message_days = models.PositiveSmallIntegerField(
        default=730, validators=[MinValueValidator(30), MaxValueValidator(3650)]
    )
    link_days = models.PositiveSmallIntegerField(
        default=30, validators=[MaxValueValidator(3650)]
    )
    ran_on = models.DateField(null=True, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(years__gte=LEGAL_YEARS), name="retention_as_the_law_asks"
            )
        ]

    def __str__(self) -> str:
        return f"bewaarbeleid van {self.agency_id}"


class Erasure(models.Model):
    """Wissing: of whom the name goes, and when it went.

    `by` nobody: the term ended by itself. `kept_until`: the last day on which the law
    wants it kept; null when nothing is in the way. `needles` are what is searched for,
    from the moment that the name is gone until nothing is found any more.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    worker = models.OneToOneField(
        Worker, on_delete=models.PROTECT, null=True, related_name="erasure"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="erasure",
    )
    asked_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    kept_until = models.DateField(null=True)
    needles = models.JSONField(default=dict)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "done_at"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(worker__isnull=True) ^ Q(user__isnull=True),
                name="erasure_of_one_person",
            )
        ]

    def __str__(self) -> str:
        return f"wissing {self.pk}"
