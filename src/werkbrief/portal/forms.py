"""What people type around signing in, parsed; nothing is saved here."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.models import Language, User


class LanguageSelect(forms.Select):
    """Each language in its own words, and marked so for who hears it read."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        option = super().create_option(*args, **kwargs)
        option["attrs"]["lang"] = option["value"]
        return option


class PreferencesForm(forms.ModelForm[User]):
    """How the screens look and speak."""

    language = forms.ChoiceField(
        label=_("Taal"),
        choices=Language.choices,
        required=False,
        widget=LanguageSelect,
    )

    class Meta:
        model = User
        fields = ("language", "hours", "theme")
        labels = {"hours": _("Uren"), "theme": _("Kleuren")}
        widgets = {
            "hours": forms.RadioSelect,
            "theme": forms.RadioSelect,
        }

    def clean_language(self) -> str:
        """Left out is left as it is."""
        return self.cleaned_data["language"] or self.instance.language


class OwnPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """An own password, typed twice; what is refused stands in config/passwords.py."""

    error_messages = {
        "password_mismatch": _("De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.")
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label, second.label = _("Nieuw wachtwoord"), _("Nog een keer")
        first.help_text = password_validators_help_texts()[0]
        second.help_text = ""

    def clean(self) -> dict[str, Any]:
        """As Django's, with what is wrong at the first field: there it was chosen."""
        self.validate_passwords("new_password1", "new_password2")
        self.validate_password_for_user(self.user, "new_password1")
        return dict(super(SetPasswordForm, self).clean() or {})
