"""Time entries: the hours of one worker for one shift."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from werkbrief.planning.models import Shift, Stretch
from werkbrief.staffing.models import Agency, Assignment, Client, Worker
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week


class TimeEntryQuerySet(models.QuerySet["TimeEntry"]):
    def in_week(self, week: Week) -> TimeEntryQuerySet:
        """Entries that start in this local week, also those that end in the next."""
        return self.between(midnight(week.monday), midnight(week.next.monday))

    def between(self, since: int, until: int) -> TimeEntryQuerySet:
        """Entries that start in these minutes, the last one not among them."""
        return self.filter(start__gte=since, start__lt=until)

    def standing(self) -> TimeEntryQuerySet:
        """All but those whose shift was cancelled before anyone touched them."""
        return self.filter(Q(is_occupying=True) | Q(decision__isnull=False))

    def judged(self) -> TimeEntryQuerySet:
        return self.filter(decision__isnull=False)

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
