"""Master data as it is typed, parsed; nothing is saved here."""

import re
from typing import Any, ClassVar, Generic, TypeVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import construct_instance
from django.http import QueryDict

from werkbrief.office.days import DAYS
from werkbrief.staffing.actions import stamp
from werkbrief.staffing.models import (
    Client,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Site,
)
from werkbrief.words.clock import wall
from werkbrief.words.notation import read_clock
from werkbrief.words.refusals import Refusal

Thing = TypeVar("Thing", bound=Model)
WEEKDAYS = [("", "zoals het bureau"), *enumerate(DAYS)]


class ClockField(forms.CharField):
    """A time of day, kept in minutes after midnight: "13:00", "1300", "13"."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(max_length=8, **kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        return wall(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:  # noqa: ANN401
        text = super().clean(value)
        try:
            minutes = read_clock(text)
        except Refusal as refusal:
            raise ValidationError(refusal.sentence) from None
        if minutes == 24 * 60:
            raise ValidationError("Een dag loopt tot 23:59. Schrijf een eerdere tijd.")
        return minutes


class HoursField(forms.CharField):
    """A number of hours, kept in minutes: "32", "37,5", "37:30"."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(max_length=8, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        whole = isinstance(value, int)
        return f"{value // 60}:{value % 60:02}" if whole else value

    def clean(self, value: Any) -> int | None:  # noqa: ANN401
        text = super().clean(value).strip()
        plain = re.fullmatch(r"(\d{1,3})(?:[:](\d{2})|[.,](\d{1,2}))?", text)
        if not text:
            return None
        if not plain or int(plain[2] or 0) >= 60:  # noqa: PLR2004
            raise ValidationError(
                f"“{text}” is geen aantal uren. Schrijf bijvoorbeeld 32 of 37,5."
            )
        hundredths = int((plain[3] or "0").ljust(2, "0"))
        minutes = int(plain[1]) * 60 + int(plain[2] or 0) + hundredths * 60 // 100
        if minutes > 60 * 60:
            raise ValidationError("Meer dan 60 uur per week mag niet (ATW art. 5:7).")
        return minutes


class DayInput(forms.DateInput):
    """The browser's own calendar; what it sends is 2026-11-23."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class RecordForm(forms.ModelForm[Thing], Generic[Thing]):
    """`gezien` says what was on screen, so that a stale write is refused."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    # Why the action refused what was typed, if it did.
    refusal: Refusal | None = None
    # Fields that say how to keep it, and are no columns.
    beside: ClassVar[set[str]] = {"gezien"}

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:  # noqa: ANN401
        """Not before it is printed: a form may leave fields out."""
        if field_name == "gezien" and self.instance.pk:
            return stamp(self.instance, self.kept)
        return super().get_initial_for_field(field, field_name)

    @property
    def kept(self) -> list[str]:
        """The columns that this form is about."""
        return [name for name in self.fields if name not in self.beside]

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.kept}

    def show_anew(self, there: Model) -> None:
        """Keep what was typed; the next try is against what is there now."""
        data = cast("QueryDict", self.data).copy()
        data["gezien"] = stamp(there, self.kept)
        self.data = data

    def _post_clean(self) -> None:
        """Look at each field by itself; what stands beside it is the action's to say.

        As Django's, without the constraints: those speak of themselves, not of a trade.
        """
        construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
        exclude = self._get_validation_exclusions()  # type: ignore[attr-defined]
        try:
            self.instance.clean_fields(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]


class ClientForm(RecordForm[Client]):
    deadline_minutes = ClockField(
        label="om",
        required=False,
        help_text="Leeg: zoals het bureau.",
    )

    class Meta:
        model = Client
        fields = ("name", "number", "deadline_weekday", "deadline_minutes")
        labels = {
            "name": "Naam",
            "number": "Klantnummer",
            "deadline_weekday": "Uren doorgeven voor",
        }
        widgets = {"deadline_weekday": forms.Select(choices=WEEKDAYS)}


class _PartForm(RecordForm[Any]):
    class Meta:
        fields: ClassVar[tuple[str, ...]] = ("name", "code")
        labels = {"name": "Naam", "code": "Code"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "Zoals de administratie die kent; mag leeg."


class SiteForm(_PartForm):
    class Meta(_PartForm.Meta):
        model = Site


class DepartmentForm(_PartForm):
    class Meta(_PartForm.Meta):
        model = Department
        fields = ("name", "code", "site")
        labels = {**_PartForm.Meta.labels, "site": "Vestiging"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        sites = Site.objects.filter(client=self.instance.client, archived_on=None)
        self.fields["site"].queryset = sites.order_by("name")  # type: ignore[attr-defined]
        self.fields["site"].empty_label = "geen"  # type: ignore[attr-defined]
        if not sites.exists() and not self.instance.site_id:
            del self.fields["site"]


class CrewForm(_PartForm):
    class Meta(_PartForm.Meta):
        model = Crew


class JobFunctionForm(_PartForm):
    class Meta(_PartForm.Meta):
        model = JobFunction


class CostCenterForm(_PartForm):
    class Meta(_PartForm.Meta):
        model = CostCenter
