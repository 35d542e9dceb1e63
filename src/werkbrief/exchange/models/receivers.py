"""The receiver: a back office that takes approved hours in, and how it wants them."""

from django.core.validators import RegexValidator
from django.db import models

from werkbrief.staffing.models import Agency


class Form(models.TextChoices):
    """Version and syntax together: a receiver reads one of these."""

    JSON_2_0 = "2.0-json", "SETU Timecard 2.0, JSON"
    XML_2_0 = "2.0-xml", "SETU Timecard 2.0, XML"
    XML_1_4 = "1.4-xml", "SETU Timecard 1.4, XML"


class Transport(models.TextChoices):
    DOWNLOAD = "download", "zelf ophalen"
    REST = "rest", "REST (SETU purchase-to-pay)"
    SFTP = "sftp", "SFTP"
    MAIL = "mail", "e-mail"


class SurchargeStyle(models.TextChoices):
    """One line at 125 %, or 100 % and beside it the surcharge of 25 %."""

    CONSOLIDATED = "consolidated", "samen: één regel van 125%"
    SPLIT = "split", "gesplitst: 100% en apart 25%"


class BreakStyle(models.TextChoices):
    TOTAL = "total", "in het totaal"
    LINE = "line", "als eigen regel"


class DayAssignment(models.TextChoices):
    """To which day a night belongs; SETU 2.0 means the start, 1.4 shows the end."""

    START = "start", "de dag waarop de dienst begint"
    END = "end", "de dag waarop de dienst eindigt"
    NONE = "none", "niet meesturen"


class Receiver(models.Model):
    """Ontvanger: one back office of the agency.

    `codes` overrides the standard's codes: by rule ("ploeg") or by kind ("overtime").
    `decimals` of an hour: 2 or 4. `secret` is sealed, see `accounts.sealing`.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="receivers"
    )
    name = models.CharField(max_length=100)
    form = models.CharField(max_length=10, choices=Form.choices, default=Form.JSON_2_0)
    transport = models.CharField(
        max_length=10, choices=Transport.choices, default=Transport.DOWNLOAD
    )
    address = models.CharField(max_length=300, blank=True)
    account = models.CharField(max_length=100, blank=True)
    secret = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=200, blank=True)
    supplier_kvk = models.CharField(
        max_length=8, blank=True, validators=[RegexValidator(r"^\d{8}$")]
    )
    surcharge_style = models.CharField(
        max_length=12,
        choices=SurchargeStyle.choices,
        default=SurchargeStyle.CONSOLIDATED,
    )
    break_style = models.CharField(
        max_length=5, choices=BreakStyle.choices, default=BreakStyle.TOTAL
    )
    day_assignment = models.CharField(
        max_length=5, choices=DayAssignment.choices, default=DayAssignment.START
    )
    decimals = models.PositiveSmallIntegerField(default=2, choices=[(2, "2"), (4, "4")])
    has_rates = models.BooleanField(default=True)
    has_absences = models.BooleanField(default=False)
    has_approver = models.BooleanField(default=False)
    codes = models.JSONField(default=dict, blank=True)
    archived_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="receiver_name_once_per_agency"
            )
        ]

    def __str__(self) -> str:
        return self.name
