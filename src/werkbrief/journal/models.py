"""What happened: one event per deed, one change per thing that it touched."""

from django.conf import settings
from django.db import models


class Event(models.Model):
    """A deed: `timesheets.approved`, by whom, when, and the reason if one was given.

    `agency_id` is a plain number: the journal stands below the agencies it serves.
    """

    agency_id = models.BigIntegerField(null=True, db_index=True)
    verb = models.CharField(max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(db_index=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        # Asked every two seconds by every week that is open on a screen.
        indexes = [models.Index(fields=["agency_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"


class Change(models.Model):
    """What one deed did to one thing; `before` is null when it was made."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"
