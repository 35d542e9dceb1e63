"""Who is away."""

from django.db import models
from django.db.models import F, Q

from werkbrief.staffing.models import Agency, Worker


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
