"""Workers and their assignments as they are typed; nothing is saved here."""

from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict

from werkbrief.office.forms_records import DayInput, HoursField, RecordForm
from werkbrief.staffing.models import (
    Assignment,
    Client,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Worker,
)

PARTS = {
    "job_function": (JobFunction, "Functie"),
    "department": (Department, "Afdeling"),
    "crew": (Crew, "Ploeg"),
    "cost_center": (CostCenter, "Kostenplaats"),
}


class WorkerForm(RecordForm[Worker]):
    """Known by number and name, and by nothing else."""

    class Meta:
        model = Worker
        fields = ("name", "payroll_number")
        labels = {"name": "Naam", "payroll_number": "Loonnummer"}
        help_texts = {"name": "Achternaam, Voornaam: zo staat hij in elke lijst."}


class AssignmentForm(RecordForm[Assignment]):
    """At one client; only parts of that client that are not in the archive."""

    contract_minutes = HoursField(
        label="Contracturen per week", required=False, help_text="Leeg: niet bekend."
    )

    class Meta:
        model = Assignment
        fields = (
            *("job_function", "department", "crew", "cost_center"),
            *("starts_on", "ends_on", "contract_minutes", "number"),
        )
        labels = {
            "starts_on": "Eerste dag",
            "ends_on": "Laatste dag",
            "number": "Plaatsingsnummer",
            **{name: label for name, (_, label) in PARTS.items()},
        }
        widgets = {"starts_on": DayInput, "ends_on": DayInput}
        help_texts = {"ends_on": "Leeg: nog niet bekend.", "number": "Mag leeg."}

    beside: ClassVar[set[str]] = {"gezien", "vervalt"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for name, (part, _) in PARTS.items():
            field = self.fields[name]
            if not isinstance(field, forms.ModelChoiceField):
                continue
            chosen = getattr(self.instance, f"{name}_id")
            rows = part.objects.filter(client=self.instance.client_id)  # type: ignore[attr-defined]
            open_ = rows.filter(archived_on=None) | rows.filter(pk=chosen)
            field.queryset = open_.order_by("name")
            field.empty_label = "kies…" if name == "job_function" else "geen"
            if name != "job_function" and not open_.exists():
                del self.fields[name]

    @property
    def lapsing(self) -> int:
        """How many shifts after the last day somebody saw, and lets lapse."""
        text = str(self.data.get("vervalt", ""))
        return int(text) if text.isascii() and text.isdigit() else 0

    def offer_lapsing(self, count: int) -> None:
        """Ask it beside the last day; it names how many, so that no more lapse."""
        data = cast("QueryDict", self.data).copy()
        data.pop("vervalt", None)  # what was seen before is no answer to this
        self.data = data
        told = "die dienst" if count == 1 else f"die {count} diensten"
        self.fields["vervalt"] = forms.BooleanField(
            label=f"Laat {told} vervallen",
            required=False,
            widget=forms.CheckboxInput(attrs={"value": str(count)}),
            help_text="Uren die nog niemand heeft aangeraakt vervallen mee.",
        )
        names = list(self.fields)
        after = names.index("ends_on") + 1
        self.order_fields([*names[:after], "vervalt"])


class PlaceForm(forms.Form):
    """At which client: the rest of the form depends on it."""

    opdrachtgever: forms.ModelChoiceField[Client] = forms.ModelChoiceField(
        queryset=Client.objects.none(),
        label="Plaats bij",
        empty_label="kies…",
        to_field_name="slug",
    )

    def __init__(self, *args: Any, agency: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        clients = agency.clients.filter(archived_on=None).order_by("name")
        self.fields["opdrachtgever"].queryset = clients  # type: ignore[attr-defined]
