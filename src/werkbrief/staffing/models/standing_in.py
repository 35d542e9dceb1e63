"""One person does what another would have done, from the first day to the last."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q


class StandingInQuerySet(models.QuerySet[Any]):
    """Days are those of the local calendar; the last one counts."""

    def on(self, day: date) -> Self:
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def from_day(self, day: date) -> Self:
        """Now and to come."""
        return self.filter(ends_on__gte=day)

    def meeting(self, first: date, last: date) -> Self:
        return self.filter(starts_on__lte=last, ends_on__gte=first)


class StandingIn(models.Model):
    """`absent` and `stand_in` are of the same house: an agency's, or a client's."""

    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = StandingInQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="%(class)s_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(absent=F("stand_in")), name="%(class)s_is_somebody_else"
            ),
        ]
