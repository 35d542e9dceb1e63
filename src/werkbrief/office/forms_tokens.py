"""What is filled in about a token: a name, what it may, for which clients."""

from typing import Any

from django import forms

from werkbrief.exchange.models import Scope
from werkbrief.staffing.models import Agency, Client


class TokenForm(forms.Form):
    name = forms.CharField(label="Waarvoor", max_length=100)
    scopes = forms.MultipleChoiceField(
        label="Wat het mag",
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één recht."},
    )
    clients = forms.ModelMultipleChoiceField(
        label="Alleen voor deze opdrachtgevers",
        queryset=Client.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Geen gekozen: alle opdrachtgevers, ook die later komen.",
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["clients"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = agency.clients.filter(archived_on=None).order_by("name")
