"""How long things are kept, as it is typed; nothing is saved here."""

from typing import Any

from django import forms

from werkbrief.privacy.actions import TERMS
from werkbrief.privacy.models import LEGAL_YEARS, Retention
from werkbrief.staffing.actions import stamp

LABELS = {
    "years": (
        "Naam en loonnummer, na het jaar van de laatste dag (jaren)",
        LEGAL_YEARS,
    ),
    "account_days": ("Inloggen en adres van wie nergens meer toegang heeft (dagen)", 0),
    "letter_days": ("Verstuurde mail (dagen)", 30),
    "message_days": ("Berichten van en aan andere systemen (dagen)", 30),
    "link_days": ("E-mailadres bij een link die is afgelopen (dagen)", 0),
}
HELP = {"years": "Zeven is het minst: zo lang is de loonadministratie te controleren."}


class RetentionForm(forms.Form):
    """`gezien` says what was on screen, so that a stale write is refused."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, held: Retention, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["gezien"].initial = stamp(held, TERMS)
        for name in TERMS:
            label, least = LABELS[name]
            self.fields[name] = forms.IntegerField(
                label=label,
                help_text=HELP.get(name, ""),
                min_value=least,
                max_value=30 if name == "years" else 3650,
                initial=getattr(held, name),
            )
