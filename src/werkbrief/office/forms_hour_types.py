"""An hour type as it is typed; nothing is saved here."""

from decimal import Decimal
from typing import Any

from django import forms

from werkbrief.office.forms_records import RecordForm
from werkbrief.pay.reads import names_of_rules
from werkbrief.staffing.models import HourKind, HourType

UNPAID = (HourKind.BREAK, HourKind.ABSENCE)


class HourTypeForm(RecordForm[HourType]):
    """By rule and by rate are both optional: empty is any."""

    rule = forms.ChoiceField(
        label="Alleen bij deze regel uit de cao",
        required=False,
        help_text="Bij elke: geldt voor alle uren van deze soort.",
    )
    percent = forms.DecimalField(
        label="Alleen bij dit percentage",
        required=False,
        min_value=1,
        max_value=999,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        help_text="Bijvoorbeeld 150. Leeg: bij elk percentage.",
    )

    class Meta:
        model = HourType
        fields = ("name", "code", "kind", "rule", "percent")
        labels = {"name": "Naam", "code": "Looncode", "kind": "Soort"}
        help_texts = {
            "name": "Zo heet zij op loonregels en in loonbestanden.",
            "code": "Zoals de loonadministratie die kent; mag leeg.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        paid = [one for one in HourKind if one not in UNPAID]
        self.fields["kind"].choices = [(one.value, one.label) for one in paid]  # type: ignore[attr-defined]
        names = sorted({*names_of_rules(), self.instance.rule} - {""})
        self.fields["rule"].choices = [("", "elke"), *zip(names, names, strict=True)]  # type: ignore[attr-defined]

    def clean_percent(self) -> Decimal | None:
        """As the table keeps it: the same rate is no change."""
        percent: Decimal | None = self.cleaned_data["percent"]
        return percent and percent.quantize(Decimal("0.01"))
