"""What people type around signing in, parsed; nothing is saved here."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_texts

from werkbrief.accounts.models import User


class PreferencesForm(forms.ModelForm[User]):
    """How the screens look and speak; a language shows once it is complete."""

    class Meta:
        model = User
        fields = ("language", "hours", "theme")
        labels = {"language": "Taal", "hours": "Uren", "theme": "Kleuren"}
        widgets = {
            "hours": forms.RadioSelect,
            "theme": forms.RadioSelect,
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offered = dict(settings.LANGUAGES)
        if len(offered) == 1:
            del self.fields["language"]
        else:
            self.fields["language"] = forms.ChoiceField(
                label="Taal", choices=list(offered.items())
            )


class OwnPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """An own password, typed twice; what is refused stands in config/passwords.py."""

    error_messages = {
        "password_mismatch": "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label, second.label = "Nieuw wachtwoord", "Nog een keer"
        first.help_text = password_validators_help_texts()[0]
        second.help_text = ""

    def clean(self) -> dict[str, Any]:
        """As Django's, with what is wrong at the first field: there it was chosen."""
        self.validate_passwords("new_password1", "new_password2")
        self.validate_password_for_user(self.user, "new_password1")
        return dict(super(SetPasswordForm, self).clean() or {})
