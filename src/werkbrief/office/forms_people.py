"""Who gets in, and what they may, as it is typed; nothing is saved here."""

from typing import Any

from django import forms

from werkbrief.staffing.actions import Access, Invited
from werkbrief.staffing.models import Client, Department, Right, Role

MAIL, PASSWORD = "mail", "wachtwoord"
USUALLY = (Right.SEE_PLANNING, Right.SEE_WORKERS, Right.SEE_TIMESHEETS, Right.CHANGE)
WRONG_ADDRESS = "Dit is geen e-mailadres. Schrijf het als naam@bedrijf.nl."


class AccessForm(forms.Form):
    """The rights of one person at one client, perhaps in some departments only."""

    rights = forms.MultipleChoiceField(
        label="Rechten",
        required=False,
        choices=Right.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    departments: forms.ModelMultipleChoiceField[Department] = (
        forms.ModelMultipleChoiceField(
            label="Alleen deze afdelingen",
            required=False,
            queryset=Department.objects.none(),
            widget=forms.CheckboxSelectMultiple,
            help_text="Geen gekozen: alle afdelingen, ook die later komen.",
        )
    )
    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def __init__(self, client: Client, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        rows = Department.objects.filter(client=client).order_by("name")
        self.fields["departments"].queryset = rows  # type: ignore[attr-defined]
        if not rows.exists():
            del self.fields["departments"]

    def access(self) -> Access:
        data = self.cleaned_data
        departments = list(data.get("departments") or ()) or None
        return Access([Right(value) for value in data["rights"]], departments)


class AdmissionForm(AccessForm):
    """A new person: by mail, or with a first password told by hand."""

    name = forms.CharField(label="Naam", max_length=150)
    way = forms.ChoiceField(
        label="Hoe komt deze persoon binnen",
        choices=[
            (MAIL, "met een uitnodiging per mail"),
            (PASSWORD, "met een eerste wachtwoord dat jij doorgeeft"),
        ],
        widget=forms.RadioSelect,
        initial=MAIL,
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        max_length=150,
        error_messages={"invalid": WRONG_ADDRESS},
    )
    username = forms.CharField(
        label="Gebruikersnaam",
        required=False,
        max_length=150,
        help_text="Alleen bij een eerste wachtwoord; kies iets korts.",
    )
    field_order = ("name", "way", "email", "username", "rights", "departments")

    def __init__(self, client: Client, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(client, *args, **kwargs)
        self.initial.setdefault("rights", [right.value for right in USUALLY])

    @property
    def is_by_mail(self) -> bool:
        return bool(self.cleaned_data["way"] == MAIL)

    def guest(self) -> Invited:
        data = self.cleaned_data
        return Invited(data["name"], data["email"].lower(), self.access().rights)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("way") == MAIL and not data.get("email"):
            self.add_error("email", "Vul in waar de uitnodiging heen moet.")
        if data.get("way") == PASSWORD and not data.get("username"):
            self.add_error("username", "Vul in waarmee deze persoon inlogt.")
        return data


class ColleagueForm(forms.Form):
    """Somebody new at the agency, by mail."""

    name = forms.CharField(label="Naam", max_length=150)
    email = forms.EmailField(
        label="E-mailadres", max_length=150, error_messages={"invalid": WRONG_ADDRESS}
    )
    role = forms.ChoiceField(label="Rol", choices=Role.choices)

    def guest(self) -> Invited:
        return Invited(
            self.cleaned_data["name"], self.cleaned_data["email"].lower(), ()
        )


class RoleForm(forms.Form):
    """`gezien`: the role as it stood on screen, so that a stale write is refused."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    role = forms.ChoiceField(label="Rol", choices=Role.choices)
