"""Who of the agency looks after which client, and who stands in meanwhile."""

from django.db import models

from werkbrief.staffing.models.agencies import Agency, AgencyRole
from werkbrief.staffing.models.clients import Client
from werkbrief.staffing.models.keys import AgencyKey
from werkbrief.staffing.models.standing_in import StandingIn


class Contact(models.Model):
    """Somebody of the agency whom this client may ask for, in their own role."""

    agency = AgencyKey("client")
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


class Deputy(StandingIn):
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

    class Meta(StandingIn.Meta):
        verbose_name_plural = "deputies"

    def __str__(self) -> str:
        return f"{self.stand_in.who} voor {self.absent.who}"
