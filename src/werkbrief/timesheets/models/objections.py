"""'Klopt niet': what a worker says of hours that were passed on."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from werkbrief.staffing.models import Agency, PersonalLink
from werkbrief.timesheets.models.entries import TimeEntry


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def pending(self) -> ObjectionQuerySet:
        return self.filter(answer__isnull=True)


class Objection(models.Model):
    """Bezwaar: one sentence of the worker, by personal link; it changes no hour."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        TimeEntry, on_delete=models.PROTECT, related_name="objections"
    )
    link = models.ForeignKey(PersonalLink, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.CharField(max_length=300)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["agency", "at"])]

    def __str__(self) -> str:
        return f"bezwaar {self.pk}"


class ObjectionAnswer(models.Model):
    """What the agency did with it, in one sentence that the worker reads."""

    objection = models.OneToOneField(
        Objection, on_delete=models.PROTECT, primary_key=True, related_name="answer"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text[:40]
