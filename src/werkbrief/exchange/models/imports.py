"""What was taken in, and by which deeds of the journal: so it can be undone."""

from django.conf import settings
from django.db import models

from werkbrief.staffing.models import Agency


class Import(models.Model):
    """Inlezing: one file or message that changed something.

    `kind` is what was in it ("planning", "hours", "people"); `events` are the journal's
    deeds, which say of everything what it was before. `left` counts what could not be
    undone.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="imports")
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    sentences = models.JSONField(default=list)
    events = models.JSONField(default=list)
    undone = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    left = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["agency", "-at"])]

    def __str__(self) -> str:
        return f"{self.name or self.kind} ({self.at:%d-%m-%Y})"
