"""What became of a lesson: the same deviation three weeks running."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from werkbrief.staffing.models import AgencyKey, Assignment


class LessonAnswer(models.Model):
    """Taken over in the base schedule, or not and why; of one weekday.

    `times` are what was worked: [start, end, break minutes] per stretch, on the wall
    clock. `until` is the last day of the evidence: the same times are proposed again
    only when three later weeks show them.
    """

    agency = AgencyKey("assignment")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="lesson_answers"
    )
    weekday = models.PositiveSmallIntegerField()
    times = models.JSONField()
    until = models.DateField()
    is_taken_over = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "weekday", "until"],
                name="lessonanswer_one_per_evidence",
            ),
            models.CheckConstraint(
                condition=Q(is_taken_over=True) | ~Q(reason=""),
                name="lessonanswer_declined_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"les van {self.until}"
