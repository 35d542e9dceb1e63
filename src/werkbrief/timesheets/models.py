"""Time entries, the decisions on them and what was said about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from werkbrief.planning.models import Shift, Stretch
from werkbrief.staffing.models import Agency, Assignment, Client, Worker
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week


class TimeEntryQuerySet(models.QuerySet["TimeEntry"]):
    def in_week(self, week: Week) -> TimeEntryQuerySet:
        """Entries that start in this local week, also those that end in the next."""
        return self.filter(
            start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
        )

    def standing(self) -> TimeEntryQuerySet:
        """All but those whose shift was cancelled before anyone touched them."""
        return self.filter(Q(is_occupying=True) | Q(decision__isnull=False))

    def open(self) -> TimeEntryQuerySet:
        return self.filter(is_occupying=True, decision__isnull=True)


class TimeEntry(Stretch):
    """Werkbriefje: the hours of one worker for one shift, the cell of the grid.

    `version` rises with every change and decision: a stale write is refused by it.
    `is_touched`: somebody typed these hours, so the planning no longer reaches them.
    `is_occupying`: the worker can't be elsewhere in these minutes. A rejected entry
    and one whose shift was cancelled don't occupy; the database guards the overlap of
    those that do.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="time_entries"
    )
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="time_entries"
    )
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, related_name="time_entries"
    )
    shift = models.OneToOneField(
        Shift, on_delete=models.PROTECT, null=True, related_name="time_entry"
    )
    version = models.PositiveIntegerField(default=1)
    is_touched = models.BooleanField(default=False)
    is_occupying = models.BooleanField(default=True)

    objects = TimeEntryQuerySet.as_manager()

    class Meta(Stretch.Meta):
        verbose_name_plural = "time entries"
        indexes = [
            models.Index(fields=["client", "start"]),
            models.Index(fields=["worker", "start"]),
        ]

    def __str__(self) -> str:
        return f"werkbriefje {self.pk}"


class Verdict(models.TextChoices):
    APPROVED = "approved", "goedgekeurd"
    REJECTED = "rejected", "afgekeurd"


class Reason(models.TextChoices):
    """Why a planned worker did not work; nothing about health."""

    NO_SHOW = "no_show", "niet gekomen"
    SENT_HOME = "sent_home", "naar huis gestuurd"
    SWAPPED = "swapped", "geruild met een collega"
    DOUBLE = "double", "staat er dubbel in"
    OTHER = "other", "anders"


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
