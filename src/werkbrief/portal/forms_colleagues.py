"""What is typed about colleagues, parsed; nothing is saved here."""

from django import forms
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.actions import Invited
from werkbrief.staffing.models import Membership, Right


class RightsForm(forms.Form):
    """The rights that this manager may hand out: never more than their own."""

    rights = forms.MultipleChoiceField(
        label=_("Rechten"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, manager: Membership, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        own = [(r.value, r.label) for r in Right if manager.may(r)]
        self.fields["rights"].choices = own  # type: ignore[attr-defined]

    def chosen(self) -> list[Right]:
        return [Right(value) for value in self.cleaned_data["rights"]]


class InvitationForm(RightsForm):
    name = forms.CharField(label=_("Naam"), max_length=150)
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=150,
        error_messages={
            "invalid": _("Dit is geen e-mailadres. Schrijf het als naam@bedrijf.nl.")
        },
    )
    field_order = ("name", "email", "rights")

    def guest(self) -> Invited:
        data = self.cleaned_data
        return Invited(data["name"], data["email"].lower(), self.chosen())
