"""A job: what somebody asked for, how far it is, and what came of it."""

from django.conf import settings
from django.db import models

from werkbrief.staffing.models import Agency, AgencyKey


class State(models.TextChoices):
    """Where a job stands. Only the first two are still to be done."""

    WAITING = "waiting", "wacht op zijn beurt"
    RUNNING = "running", "bezig"
    DONE = "done", "klaar"
    FAILED = "failed", "niet gelukt"


class Job(models.Model):
    """Taak: work in the background, of any kind; a kind is a name in config.errands.

    `wish` is what was asked, `result` what came of it: the kind's own words, read by
    its own page. `tries` counts the times that a worker took it up, and is the ticket
    of the one that has it: an earlier worker's writing no longer counts. `alive` is
    its last sign of life. `told` says why it failed.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="jobs")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked = models.DateTimeField()
    wish = models.JSONField(default=dict)
    print = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices)
    tries = models.PositiveIntegerField(default=0)
    alive = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    phase = models.CharField(max_length=80, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    told = models.CharField(max_length=500, blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    file_size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "alive"])]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_state_display()})"

    @property
    def is_over(self) -> bool:
        return self.state in {State.DONE, State.FAILED}

    @property
    def percent(self) -> int | None:
        """How far it is; None while nobody can say."""
        return min(100, self.done * 100 // self.total) if self.total else None


class Side(models.TextChoices):
    BROUGHT = "brought", "meegebracht"
    MADE = "made", "gemaakt"


class JobPiece(models.Model):
    """A piece of a job's file: in the database, so that every machine can reach it.

    A file of any size goes in and out a piece at a time.
    """

    agency = AgencyKey("job")
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="pieces")
    side = models.CharField(max_length=7, choices=Side.choices)
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["job", "side", "number"], name="job_piece_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.job_id}/{self.side}/{self.number}"
