"""What is filled in about a client's own way of signing in."""

from typing import Any

from django import forms
from django.core.validators import URLValidator

from werkbrief.staffing.models import Agency, Client

NO_ADDRESS = "Dit is geen adres. Schrijf het als https://login.example.org."


class SignOnForm(forms.Form):
    name = forms.CharField(
        label="Naam",
        max_length=60,
        help_text="Staat op de knop: ‘Inloggen via …’.",
    )
    issuer = forms.CharField(
        label="Adres van de uitgever (issuer)",
        max_length=300,
        validators=[URLValidator(schemes=["https"], message=NO_ADDRESS)],
        widget=forms.URLInput,
        help_text="Bij Microsoft: https://login.microsoftonline.com/TENANT/v2.0",
    )
    client_id = forms.CharField(label="Client-id", max_length=300)
    secret = forms.CharField(
        label="Geheim (client secret)",
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Wordt verzegeld bewaard en is daarna niet meer te zien.",
    )
    clients = forms.ModelMultipleChoiceField(
        label="Voor wie",
        queryset=Client.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Wie ook bij een andere opdrachtgever hoort, komt zo niet binnen.",
        error_messages={"required": "Kies minstens één opdrachtgever."},
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["clients"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = agency.clients.filter(archived_on=None).order_by("name")
