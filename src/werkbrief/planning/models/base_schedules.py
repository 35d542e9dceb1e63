"""The usual week of an assignment."""

from django.db import models
from django.db.models import F, Q

from werkbrief.staffing.models import AgencyKey, Assignment
from werkbrief.words.clock import DAY


class BaseSchedule(models.Model):
    """Grondplan: the usual week of an assignment, or weeks that alternate.

    Holds from `valid_from` until the next one of the same assignment. With `cycle` 2
    the first week is the one in which `valid_from` lies.
    """

    agency = AgencyKey("assignment")
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

    agency = AgencyKey("schedule")
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
                condition=Q(break_minutes__lte=F("end") - F("start")),
                name="baseblock_break_fits",
            ),
            models.CheckConstraint(
                condition=Q(start__lt=DAY) & Q(weekday__lte=6),
                name="baseblock_starts_on_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.start}-{self.end}"
