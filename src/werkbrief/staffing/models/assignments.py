"""The assignment: one worker at one client in one function, from-until."""

from django.db import models
from django.db.models import F, Q

from werkbrief.staffing.models.agencies import Agency
from werkbrief.staffing.models.clients import (
    Client,
    CostCenter,
    Crew,
    Department,
    JobFunction,
)
from werkbrief.staffing.models.workers import Worker


class Assignment(models.Model):
    """Plaatsing. `contract_minutes` per week; null is "not known"."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="assignments"
    )
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, related_name="assignments"
    )
    job_function = models.ForeignKey(JobFunction, on_delete=models.PROTECT)
    department = models.ForeignKey(
        Department, on_delete=models.PROTECT, null=True, blank=True
    )
    crew = models.ForeignKey(Crew, on_delete=models.PROTECT, null=True, blank=True)
    cost_center = models.ForeignKey(
        CostCenter, on_delete=models.PROTECT, null=True, blank=True
    )
    number = models.CharField(max_length=60, blank=True)
    contract_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["client", "worker"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.worker_id} bij {self.client_id}"
