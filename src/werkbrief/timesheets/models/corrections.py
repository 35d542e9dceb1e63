"""What a client asks to put right after a judgement, and the agency's answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.models import Agency
from werkbrief.timesheets.models.entries import TimeEntry
from werkbrief.words.clock import DAY


class CorrectionRequestQuerySet(models.QuerySet["CorrectionRequest"]):
    def pending(self) -> CorrectionRequestQuerySet:
        return self.filter(answer__isnull=True)


class CorrectionRequest(models.Model):
    """Correctie: hours as they should have been; no times is "did not work after all".

    `was_…` is what stood when it was asked, so that both versions stay visible.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        TimeEntry, on_delete=models.PROTECT, related_name="corrections"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.CharField(max_length=500)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    break_minutes = models.PositiveSmallIntegerField(null=True)
    was_start = models.PositiveIntegerField()
    was_end = models.PositiveIntegerField()
    was_break_minutes = models.PositiveSmallIntegerField()
    was_approved = models.BooleanField()

    objects = CorrectionRequestQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["agency", "at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None, end=None, break_minutes=None)
                | Q(
                    start__isnull=False,
                    break_minutes__isnull=False,
                    end__gt=F("start"),
                    end__lte=F("start") + DAY,
                    break_minutes__lte=F("end") - F("start"),
                ),
                name="correction_times_make_a_shift",
            )
        ]

    def __str__(self) -> str:
        return f"correctie {self.pk}"

    @property
    def has_worked(self) -> bool:
        return self.start is not None


class Answer(models.TextChoices):
    ACCEPTED = "accepted", _("overgenomen")
    DECLINED = "declined", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class CorrectionAnswer(models.Model):
    """What came of it. No row is "waits"; the 1:1 guards against two answers."""

    request = models.OneToOneField(
        CorrectionRequest,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="answer",
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="declined") | ~Q(reason=""),
                name="correction_declined_with_reason",
            )
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
