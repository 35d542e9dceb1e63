"""Who of the agency looks after which client, and who stands in meanwhile."""

from django.db import models
from django.db.models import F, Q

from werkbrief.staffing.models.agencies import Agency, AgencyRole
from werkbrief.staffing.models.clients import Client


class Contact(models.Model):
    """Somebody of the agency whom this client may ask for, in their own role."""

    client = models.ForeignKey(
        Client, on_delete=models.CASCADE, related_name="contacts"
    )
    role = models.ForeignKey(
        AgencyRole, on_delete=models.CASCADE, related_name="contacts"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "role"], name="contact_once_per_client"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role_id} voor {self.client_id}"


class Deputy(models.Model):
    """One of the agency stands in for another, from the first day to the last."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="deputies"
    )
    absent = models.ForeignKey(
        AgencyRole, on_delete=models.CASCADE, related_name="deputies"
    )
    stand_in = models.ForeignKey(
        AgencyRole, on_delete=models.CASCADE, related_name="stands_in"
    )
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        verbose_name_plural = "deputies"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="deputy_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(absent=F("stand_in")), name="deputy_is_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stand_in.who} voor {self.absent.who}"
