"""Requests for staff, and what the agency answered."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models

from werkbrief.planning.models.answers import Answer
from werkbrief.planning.models.stretches import Stretch
from werkbrief.staffing.models import (
    Agency,
    AgencyKey,
    Client,
    Crew,
    Department,
    JobFunction,
)


class StaffingOrder(Stretch):
    """Aanvraag: how many people a client asked for, where and when.

    `asked_by` a portal user; nobody when the agency took it in with a planning.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="orders")
    job_function = models.ForeignKey(JobFunction, on_delete=models.PROTECT)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True
    )
    crew = models.ForeignKey(Crew, on_delete=models.PROTECT, null=True, blank=True)
    headcount = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    remark = models.CharField(max_length=500, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta(Stretch.Meta):
        indexes = [models.Index(fields=["client", "start"])]

    def __str__(self) -> str:
        return f"aanvraag van {self.headcount}"


class OrderAnswer(Answer):
    """What became of a request that a client sent; no row: it waits."""

    agency = AgencyKey("order")
    order = models.OneToOneField(
        StaffingOrder,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="answer",
    )

    class Meta(Answer.Meta):
        pass
