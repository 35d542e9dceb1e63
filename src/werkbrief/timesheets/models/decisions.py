"""What a client says of hours: the decision on them, and remarks."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.models import Agency
from werkbrief.timesheets.models.entries import TimeEntry


class Verdict(models.TextChoices):
    APPROVED = "approved", _("goedgekeurd")
    REJECTED = "rejected", _("afgekeurd")


class Reason(models.TextChoices):
    """Why a planned worker did not work; nothing about health."""

    NO_SHOW = "no_show", _("niet gekomen")
    SENT_HOME = "sent_home", _("naar huis gestuurd")
    SWAPPED = "swapped", _("geruild met een collega")
    DOUBLE = "double", _("staat er dubbel in")
    OTHER = "other", _("anders")


class Decision(models.Model):
    """Oordeel: final. No row is "still open"; the 1:1 is the last guard against two."""

    entry = models.OneToOneField(
        TimeEntry, on_delete=models.PROTECT, primary_key=True, related_name="decision"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="approved", reason="")
                | (Q(verdict="rejected") & ~Q(reason="")),
                name="decision_reason_goes_with_rejection",
            )
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class Comment(models.Model):
    """Opmerking: seen by client and agency."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        TimeEntry, on_delete=models.PROTECT, related_name="comments"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:40]
