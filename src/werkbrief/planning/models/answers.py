"""What became of something that a client sent; one row at most, by its key."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", "aangenomen"
    DECLINED = "declined", "afgewezen"
    WITHDRAWN = "withdrawn", "ingetrokken"


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
