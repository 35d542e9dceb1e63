"""A stretch of work, planned, asked for or worked."""

from django.db import models
from django.db.models import F, Q

from werkbrief.words.clock import DAY


def meeting(start: int, end: int) -> Q:
    """Stretches that share a minute with these.

    None lasts longer than a day, so none that began earlier can: said aloud, it keeps
    the index from walking through all that a worker ever did.
    """
    return Q(end__gt=start, start__gt=start - DAY, start__lt=end)


class Stretch(models.Model):
    """A stretch of work: instants in whole minutes, half-open, at most a day long.

    `start` and `end` are minutes since 1970-01-01T00:00Z, see words.clock.
    """

    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    break_minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="%(class)s_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(end__lte=F("start") + DAY), name="%(class)s_fits_in_a_day"
            ),
            models.CheckConstraint(
                condition=Q(break_minutes__lte=F("end") - F("start")),
                name="%(class)s_break_fits",
            ),
        ]

    @property
    def worked_minutes(self) -> int:
        return self.end - self.start - self.break_minutes
