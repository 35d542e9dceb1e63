"""Who stands in, from which day to which, as it is typed; nothing is saved here."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.actions import Days
from werkbrief.staffing.models import Membership


class DayInput(forms.DateInput):
    """The browser's own calendar; what it sends is 2026-11-23."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _day(label: Any) -> forms.DateField:  # noqa: ANN401  (a lazy text)
    told = {
        "required": _("Kies een dag."),
        "invalid": _("Dit is geen dag. Schrijf hem als 2026-11-23."),
    }
    return forms.DateField(label=label, widget=DayInput, error_messages=told)


class SubstituteForm(forms.Form):
    """One colleague of `among`; under each client's name where there are more."""

    stand_in = forms.TypedChoiceField(
        label=_("Wie vervangt"),
        coerce=int,
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega uit de lijst."),
        },
    )
    starts_on = _day(_("Eerste dag"))
    ends_on = _day(_("Laatste dag"))

    def __init__(
        self,
        among: Iterable[Membership],
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.among = {member.pk: member for member in among}
        self.fields["stand_in"].choices = [  # type: ignore[attr-defined]
            ("", _("kies…")),
            *_choices(self.among.values()),
        ]

    @property
    def chosen(self) -> Membership:
        return self.among[self.cleaned_data["stand_in"]]

    @property
    def days(self) -> Days:
        return Days(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])


def _choices(members: Iterable[Membership]) -> list[Any]:
    groups = [
        (client.name, [(member.pk, member.who) for member in some])
        for client, some in groupby(members, key=lambda member: member.client)
    ]
    return groups if len(groups) > 1 else [one for _, some in groups for one in some]
