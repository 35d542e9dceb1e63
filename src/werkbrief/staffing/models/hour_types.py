"""What an agency calls paid hours, and the code that its payroll knows them by."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.models.agencies import Agency


class HourKind(models.TextChoices):
    """What sort of hours, as far as the SETU standard tells them apart."""

    REGULAR = "regular", _("normaal")
    OVERTIME = "overtime", _("overwerk")
    SHIFT = "shift", _("ploegentoeslag")
    IRREGULAR = "irregular", _("onregelmatig")
    HOLIDAY = "holiday", _("feestdag")
    TOPUP = "topup", _("aanvulling tot minimum")
    BREAK = "break", _("pauze")
    ABSENCE = "absence", _("afwezigheid")


class HourType(models.Model):
    """Uursoort: one name and one payroll code, for all hours that it fits.

    `rule` narrows it to hours that this rule of the CAO paid, `percent` to that rate;
    the narrowest that fits wins. With a rule, `kind` says what sort those hours are.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="hour_types"
    )
    name = models.CharField(max_length=60)
    code = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=HourKind.choices)
    rule = models.CharField(max_length=60, blank=True)
    percent = models.DecimalField(
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
    )
    archived_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="hourtype_name_once_per_agency"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()
