"""The shifts of a week, what was asked for, who is away, and the usual week."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from werkbrief.staffing.models import (
    Agency,
    Assignment,
    Client,
    Crew,
    Department,
    JobFunction,
    Worker,
)
from werkbrief.words.clock import DAY, midnight
from werkbrief.words.weeks import Week


class Stretch(models.Model):
    """A stretch of work: instants in whole minutes, half-open, at most a day long.

    `start` and `end` are minutes since 1970-01-01T00:00Z, see words.clock.
    """

    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    break_minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="%(class)s_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(end__lte=F("start") + DAY), name="%(class)s_fits_in_a_day"
            ),
            models.CheckConstraint(
                condition=Q(break_minutes__lte=F("end") - F("start")),
                name="%(class)s_break_fits",
            ),
        ]

    @property
    def worked_minutes(self) -> int:
        return self.end - self.start - self.break_minutes


class ShiftQuerySet(models.QuerySet["Shift"]):
    def in_week(self, week: Week) -> ShiftQuerySet:
        """Shifts that start in this local week, also those that end in the next."""
        return self.filter(
            start__gte=midnight(week.monday), start__lt=midnight(week.next.monday)
        )

    def standing(self) -> ShiftQuerySet:
        return self.filter(is_cancelled=False)


class Shift(Stretch):
    """Dienst: one planned stretch of work of one assignment."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="shifts")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="shifts"
    )
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="shifts")
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


class StaffingOrder(Stretch):
    """Aanvraag: how many people a client asked for, where and when."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="orders")
    job_function = models.ForeignKey(JobFunction, on_delete=models.PROTECT)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True
    )
    crew = models.ForeignKey(Crew, on_delete=models.PROTECT, null=True, blank=True)
    headcount = models.PositiveSmallIntegerField()

    class Meta(Stretch.Meta):
        indexes = [models.Index(fields=["client", "start"])]

    def __str__(self) -> str:
        return f"aanvraag van {self.headcount}"


class Absence(models.Model):
    """Somebody is away, from and until these days inclusive; why is nowhere."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, related_name="absences"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["worker", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"afwezig vanaf {self.starts_on}"


class BaseSchedule(models.Model):
    """Grondplan: the usual week of an assignment, or weeks that alternate.

    Holds from `valid_from` until the next one of the same assignment. With `cycle` 2
    the first week is the one in which `valid_from` lies.
    """

    assignment = models.ForeignKey(
        Assignment, on_delete=models.CASCADE, related_name="base_schedules"
    )
    valid_from = models.DateField()
    cycle = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "valid_from"], name="baseschedule_one_per_day"
            ),
            models.CheckConstraint(
                condition=Q(cycle__gte=1), name="baseschedule_cycle_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"grondplan vanaf {self.valid_from}"


class BaseBlock(models.Model):
    """A usual stretch: wall-clock minutes after midnight of `weekday` (0 is Monday).

    `end` may pass 1440: then the shift ends on the next day.
    """

    schedule = models.ForeignKey(
        BaseSchedule, on_delete=models.CASCADE, related_name="blocks"
    )
    week = models.PositiveSmallIntegerField(default=0)
    weekday = models.PositiveSmallIntegerField()
    start = models.PositiveSmallIntegerField()
    end = models.PositiveSmallIntegerField()
    break_minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")) & Q(end__lte=F("start") + DAY),
                name="baseblock_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(start__lt=DAY) & Q(weekday__lte=6),
                name="baseblock_starts_on_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.start}-{self.end}"
