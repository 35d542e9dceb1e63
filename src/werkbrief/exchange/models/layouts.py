"""The layout of a payroll file: which columns, in which order, written how."""

from django.db import models

from werkbrief.staffing.models import Agency


class SheetForm(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel"


class Separator(models.TextChoices):
    SEMICOLON = ";", "puntkomma"
    COMMA = ",", "komma"
    TAB = "\t", "tab"


class Layout(models.Model):
    """Indeling: the file that one payroll package reads.

    `columns` are keys of exchange.payroll.COLUMNS, in order. `has_decimal_comma` is for
    CSV only: a workbook keeps numbers.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="layouts")
    name = models.CharField(max_length=100)
    form = models.CharField(
        max_length=4, choices=SheetForm.choices, default=SheetForm.XLSX
    )
    columns = models.JSONField(default=list)
    separator = models.CharField(
        max_length=1, choices=Separator.choices, default=Separator.SEMICOLON
    )
    has_decimal_comma = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="layout_name_once_per_agency"
            )
        ]

    def __str__(self) -> str:
        return self.name
