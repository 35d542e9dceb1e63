"""What was handed over: a batch of deliveries, each a frozen state of one timecard."""

from django.conf import settings
from django.db import models

from werkbrief.exchange.models.receivers import Receiver
from werkbrief.staffing.models import AgencyKey, Assignment


class Timecard(models.Model):
    """Urenstaat: all hours of one assignment in one week, for one receiver.

    Its numbers never change: by them the receiver knows a correction. `lines_given` is
    how many line numbers were ever used; none is used twice.
    """

    agency = AgencyKey("receiver")
    receiver = models.ForeignKey(
        Receiver, on_delete=models.PROTECT, related_name="timecards"
    )
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="+"
    )
    monday = models.DateField()
    document = models.CharField(max_length=120)
    resource = models.UUIDField()
    lines_given = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["receiver", "assignment", "monday"],
                name="timecard_once_per_week",
            ),
            models.UniqueConstraint(
                fields=["receiver", "document"], name="timecard_document_once"
            ),
        ]

    def __str__(self) -> str:
        return self.document


class Batch(models.Model):
    """Levering: what one export handed over. Nothing in it ever changes."""

    agency = AgencyKey("receiver")
    receiver = models.ForeignKey(
        Receiver, on_delete=models.PROTECT, related_name="batches"
    )
    number = models.PositiveIntegerField()
    monday = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["receiver", "number"], name="batch_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.receiver_id}/{self.number}"


class Step(models.TextChoices):
    """What a delivery means to the receiver."""

    NEW = "new", "nieuw"
    CORRECTED = "corrected", "gecorrigeerd"
    WITHDRAWN = "withdrawn", "ingetrokken"


class Fate(models.TextChoices):
    """What became of a delivery. Only the first is still to be done."""

    WAITING = "waiting", "wacht op verzending"
    READY = "ready", "staat klaar"
    DELIVERED = "delivered", "aangekomen"
    REFUSED = "refused", "geweigerd"
    HELD = "held", "kon niet mee"


class Delivery(models.Model):
    """One timecard as it was handed over: content and message are frozen.

    `told` is what the receiver answered, or why the card could not go. `tries` and
    `due` are the queue's; `is_begun` says that an answer may have been lost.
    """

    agency = AgencyKey("batch")
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, related_name="deliveries"
    )
    timecard = models.ForeignKey(
        Timecard, on_delete=models.PROTECT, related_name="deliveries"
    )
    revision = models.PositiveIntegerField()
    step = models.CharField(max_length=10, choices=Step.choices)
    content = models.JSONField()
    message = models.TextField(blank=True)
    print = models.CharField(max_length=64)
    fate = models.CharField(max_length=10, choices=Fate.choices)
    told = models.CharField(max_length=500, blank=True)
    tries = models.PositiveIntegerField(default=0)
    is_begun = models.BooleanField(default=False)
    due = models.DateTimeField(null=True, blank=True)
    settled = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["fate", "due"])]
        constraints = [
            models.UniqueConstraint(
                fields=["timecard", "revision"], name="delivery_revision_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.timecard_id} v{self.revision}"
