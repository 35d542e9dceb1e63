"""The forms around signing in, in our words."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.utils import user_pk_to_url_str
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from werkbrief.accounts.models import User
from werkbrief.config.mail import later
from werkbrief.config.passwords import LongEnough

LONGEST = 254
AGAIN = _("De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer.")


class SignInForm(allauth.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = _("Gebruikersnaam of e-mailadres")
        login.validators.append(MaxLengthValidator(LONGEST))
        login.widget.attrs = {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "maxlength": str(LONGEST),
            "autofocus": True,
        }
        password.label = _("Wachtwoord")
        password.help_text = ""
        password.widget.attrs = {"autocomplete": "current-password"}
        for field in (login, password):
            field.error_messages["required"] = _("Vul dit veld in.")


class ForgottenForm(allauth.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label = _("E-mailadres")
        email.widget.attrs = {"type": "email", "autocomplete": "email"}
        email.error_messages["invalid"] = _(
            "Dit is geen e-mailadres. Schrijf het als naam@bedrijf.nl."
        )

    def save(self, request: HttpRequest, **kwargs: Any) -> str:  # noqa: ANN401
        """Do as much work for a stranger as for an acquaintance: time tells nothing."""
        if not self.users:
            token = allauth.default_token_generator.make_token(User(username="niemand"))
            key = f"{user_pk_to_url_str(User(pk=0))}-{token}"
            get_adapter(request).get_reset_password_from_key_url(key)
            later(lambda: None)
        return str(super().save(request, **kwargs))


class NewPasswordForm(allauth.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Nieuw wachtwoord")
        self.fields["password1"].help_text = LongEnough().get_help_text()
        self.fields["password2"].label = _("Nog een keer")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super(allauth.PasswordVerificationMixin, self).clean() or {})
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", AGAIN)
        return cleaned
