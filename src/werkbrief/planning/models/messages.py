"""Planning messages: what a client would otherwise have to phone for (S3.12-S3.14)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werkbrief.planning.models.answers import Answer
from werkbrief.planning.models.shifts import Shift
from werkbrief.staffing.models import Agency, AgencyKey, Assignment, Client


class MessageKind(models.TextChoices):
    OTHER_TIMES = "other_times", _("andere tijden")
    NO_SHOW = "no_show", _("komt niet")
    OTHER_PATTERN = "other_pattern", _("andere vaste tijden")
    REMARK = "remark", _("opmerking")


class About(models.TextChoices):
    SHIFT = "shift", "dienst"
    WORKER = "worker", "medewerker"
    DAY = "day", "dag"


class PlanningMessage(models.Model):
    """Melding op de planning: about one shift, a worker's week or a whole day.

    `shifts` are those that it is about, as they stood when it was sent. `start` and
    `end` are minutes on the wall clock; null is "as it is". `pattern` is the proposed
    usual week from `day`: [weekday, start, end, break minutes] per stretch.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="planning_messages"
    )
    kind = models.CharField(max_length=20, choices=MessageKind.choices)
    about = models.CharField(max_length=10, choices=About.choices)
    day = models.DateField()
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, null=True, related_name="messages"
    )
    shifts = models.ManyToManyField(Shift, related_name="messages", blank=True)
    start = models.PositiveSmallIntegerField(null=True)
    end = models.PositiveSmallIntegerField(null=True)
    break_minutes = models.PositiveSmallIntegerField(null=True)
    pattern = models.JSONField(default=list, blank=True)
    text = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "day"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(about="day") | Q(assignment__isnull=False),
                name="planningmessage_names_whom",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.day}"


class MessageAnswer(Answer):
    """What became of a message; no row: it waits."""

    agency = AgencyKey("message")
    message = models.OneToOneField(
        PlanningMessage,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="answer",
    )

    class Meta(Answer.Meta):
        pass
