"""When and whom to remind, as it is typed; nothing is saved here."""

from typing import Any

from django import forms

from werkbrief.accounts.models import Language, User
from werkbrief.notices.actions import Wish
from werkbrief.office.days import DAYS
from werkbrief.office.forms_records import ClockField
from werkbrief.staffing.models import Client, Right

PLACES = range(1, 5)
NEVER = ("", "—")


class MomentsForm(forms.Form):
    """Up to four moments in the week after."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for n in PLACES:
            self.fields[f"dag_{n}"] = forms.ChoiceField(
                label=f"Moment {n}",
                required=False,
                choices=[NEVER, *((str(i), day) for i, day in enumerate(DAYS))],
            )
            self.fields[f"om_{n}"] = ClockField(label="om", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for n in PLACES:
            if data.get(f"dag_{n}") and data.get(f"om_{n}") is None:
                self.add_error(f"om_{n}", "Vul in hoe laat, of kies geen dag.")
        return data

    def moments(self) -> list[tuple[int, int]]:
        data = self.cleaned_data
        return [
            (int(data[f"dag_{n}"]), data[f"om_{n}"])
            for n in PLACES
            if data.get(f"dag_{n}") and data.get(f"om_{n}") is not None
        ]


class RemindersForm(MomentsForm):
    """One client's own way."""

    by_itself = forms.BooleanField(label="Herinner vanzelf", required=False)
    escalates = forms.BooleanField(
        label="Bij te laat: mail de Job Coach", required=False
    )
    language = forms.ChoiceField(
        label="Taal van de mail",
        required=False,
        choices=[("", "ieder de eigen taal"), *Language.choices],
    )
    recipients: forms.ModelMultipleChoiceField[User] = forms.ModelMultipleChoiceField(
        label="Wie krijgt de mail",
        required=False,
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Geen gekozen: iedereen die mag goedkeuren.",
    )

    def __init__(self, client: Client, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        members = [
            (one.user_id, one.who)
            for one in client.memberships.select_related("user")
            if one.may(Right.APPROVE) and one.user.email
        ]
        field = self.fields["recipients"]
        users = User.objects.filter(pk__in=[pk for pk, _ in members])
        field.queryset = users  # type: ignore[attr-defined]
        field.choices = members  # type: ignore[attr-defined]
        if not members:
            del self.fields["recipients"]

    def wish(self) -> Wish:
        data = self.cleaned_data
        return Wish(
            self.moments(),
            is_silent=not data["by_itself"],
            escalates=data["escalates"],
            language=data["language"],
            recipients=list(data.get("recipients") or ()),
        )
