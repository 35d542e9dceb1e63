"""What became of something that a client sent; one row at most, by its key."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", _("aangenomen")
    DECLINED = "declined", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Answer(models.Model):
    """Final. Who declines says why; only the sender's side withdraws."""

    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="declined") | ~Q(reason=""),
                name="%(class)s_declined_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}"
