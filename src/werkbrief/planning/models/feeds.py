"""Calendar feeds: the shifts of a department in somebody's own calendar."""

from django.db import models

from werkbrief.staffing.models import AgencyKey, Department, Membership


class CalendarFeed(models.Model):
    """An address for a calendar; it lives as long as its member may see the planning.

    Without a department: all that this member sees. A number that is withdrawn never
    returns, so an address that leaked stays dead.
    """

    agency = AgencyKey("membership")
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="feeds"
    )
    department = models.ForeignKey(
        Department, on_delete=models.CASCADE, null=True, blank=True
    )
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "department"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="calendarfeed_one_per_department",
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=models.Q(withdrawn_at__isnull=True, department__isnull=True),
                name="calendarfeed_one_of_all",
            ),
        ]

    def __str__(self) -> str:
        return f"agenda {self.pk}"
