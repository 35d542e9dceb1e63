"""What somebody decided about pay, beside what is computed."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from werkbrief.staffing.models import Agency
from werkbrief.timesheets.models import TimeEntry

LOWEST, HIGHEST = Decimal(100), Decimal(500)


class LineOverride(models.Model):
    """Met de hand: what one line of one entry is paid instead of what was computed.

    `rules` ("avond+overwerk", none for plain hours), `is_addon`, `computed` and
    `minutes` tell which line, as it was when it was set; `percent` is the rate since.
    `computed` is exact ("400/3"), and empty while it was still to be determined.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        TimeEntry, on_delete=models.PROTECT, related_name="overrides"
    )
    rules = models.CharField(max_length=300, blank=True)
    is_addon = models.BooleanField()
    computed = models.CharField(max_length=40, blank=True)
    minutes = models.PositiveIntegerField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "is_addon", "rules", "computed"],
                name="lineoverride_one_per_line",
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=HIGHEST)
                & (Q(is_addon=True) | Q(percent__gte=LOWEST)),
                name="lineoverride_pays_the_hour",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rules or 'normale uren'} {self.percent}%"
