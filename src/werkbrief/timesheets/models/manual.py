"""Hours that a client passes on by hand, and what the agency made of them (S5.3)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werkbrief.planning.models import Stretch
from werkbrief.staffing.models import Agency, AgencyKey, Assignment, Client, JobFunction
from werkbrief.timesheets.models.entries import TimeEntry
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week


class ManualEntryQuerySet(models.QuerySet["ManualEntry"]):
    def pending(self) -> ManualEntryQuerySet:
        return self.filter(answer__isnull=True)

    def in_week(self, week: Week) -> ManualEntryQuerySet:
        """Those with a day that starts in this local week."""
        days = ManualDay.objects.filter(
            start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
        )
        return self.filter(pk__in=days.values("manual"))


class ManualEntry(models.Model):
    """Handmatig werkbriefje: somebody worked who was not planned.

    `who` is free text, name and payroll number as the client knows them; which worker
    that is, the agency finds out. Until then these hours count nowhere.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="manual_entries"
    )
    job_function = models.ForeignKey(JobFunction, on_delete=models.PROTECT)
    who = models.CharField(max_length=150)
    description = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    objects = ManualEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "manual entries"
        indexes = [models.Index(fields=["agency", "at"])]

    def __str__(self) -> str:
        return f"handmatig werkbriefje {self.pk}"


class ManualDay(Stretch):
    """One day of it; `entry` is what it became."""

    agency = AgencyKey("manual")
    manual = models.ForeignKey(
        ManualEntry, on_delete=models.CASCADE, related_name="days"
    )
    entry = models.OneToOneField(
        TimeEntry, on_delete=models.PROTECT, null=True, related_name="manual_day"
    )

    class Meta(Stretch.Meta):
        ordering = ["start"]
        indexes = [models.Index(fields=["start"])]

    def __str__(self) -> str:
        return f"dag van {self.manual_id}"


class Handling(models.TextChoices):
    CONVERTED = "converted", _("omgezet")
    DECLINED = "declined", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ManualAnswer(models.Model):
    """What came of it. No row is "waits"; the 1:1 guards against two answers."""

    manual = models.OneToOneField(
        ManualEntry, on_delete=models.PROTECT, primary_key=True, related_name="answer"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    handling = models.CharField(max_length=10, choices=Handling.choices)
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(handling="declined") | ~Q(reason=""),
                name="manual_declined_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(handling="converted", assignment__isnull=False)
                | (~Q(handling="converted") & Q(assignment=None)),
                name="manual_converted_to_an_assignment",
            ),
        ]

    def __str__(self) -> str:
        return self.get_handling_display()
