"""Who stands in for whom, as it is typed; nothing is saved here."""

from typing import Any

from werkbrief.office.forms_records import DayInput, RecordForm
from werkbrief.staffing.models import Deputy


class DeputyForm(RecordForm[Deputy]):
    class Meta:
        model = Deputy
        fields = ("absent", "stand_in", "starts_on", "ends_on")
        labels = {
            "absent": "Wie is er niet",
            "stand_in": "Wie vervangt",
            "starts_on": "Eerste dag",
            "ends_on": "Laatste dag",
        }
        widgets = {"starts_on": DayInput, "ends_on": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        roles = self.instance.agency.roles.select_related("user").order_by("user__name")
        for name in ("absent", "stand_in"):
            self.fields[name].queryset = roles  # type: ignore[attr-defined]
            self.fields[name].empty_label = "kies…"  # type: ignore[attr-defined]
