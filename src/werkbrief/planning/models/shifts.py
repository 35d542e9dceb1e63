"""Shifts: who works when."""

from __future__ import annotations

from django.db import models

from werkbrief.planning.models.orders import StaffingOrder
from werkbrief.planning.models.stretches import Stretch
from werkbrief.staffing.models import Agency, Assignment, Client, Worker
from werkbrief.words.clock import midnight
from werkbrief.words.weeks import Week


class ShiftQuerySet(models.QuerySet["Shift"]):
    def in_week(self, week: Week) -> ShiftQuerySet:
        """Shifts that start in this local week, also those that end in the next."""
        return self.filter(
            start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
        )

    def standing(self) -> ShiftQuerySet:
        return self.filter(is_cancelled=False)


class Shift(Stretch):
    """Dienst: one planned stretch of work of one assignment.

    `order`: the request that it was planned for, when it was.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="shifts")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="shifts"
    )
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="shifts")
    order = models.ForeignKey(
        StaffingOrder,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="shifts",
    )
    is_cancelled = models.BooleanField(default=False)

    objects = ShiftQuerySet.as_manager()

    class Meta(Stretch.Meta):
        indexes = [
            models.Index(fields=["client", "start"]),
            models.Index(fields=["worker", "start"]),
            models.Index(fields=["assignment", "start"]),
        ]

    def __str__(self) -> str:
        return f"dienst {self.pk}"
