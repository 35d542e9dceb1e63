"""Where a supplier's system left its messages, so that it finds them again."""

from django.db import models

from werkbrief.staffing.models import Agency


class Supplied(models.Model):
    """Gebracht: one SETU message at the address that its sender chose.

    `kept` is what Werkbrief reads of it, in the message's own words; a citizen service
    number, a birth date, wages: they are not in it.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    resource = models.CharField(max_length=100)
    kept = models.JSONField()
    is_xml = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "resource"], name="supplied_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.resource}"
