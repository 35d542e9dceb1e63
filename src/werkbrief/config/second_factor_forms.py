"""The forms of the second step, in our words."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "autofocus": True,
    "maxlength": "20",
}


class _CodeForm(forms.Form):
    """Six digits, or a code from paper; spaces as apps print them are left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code")
        field.widget.attrs = dict(CODE)
        field.error_messages["required"] = _("Typ de code.")
        if self.is_bound:
            typed = str(self.data.get("code", ""))
            self.data = {**self.data.dict(), "code": typed.replace(" ", "")}  # type: ignore[attr-defined]


class AuthenticateForm(_CodeForm, base.AuthenticateForm):
    pass


class ReauthenticateForm(_CodeForm, base.ReauthenticateForm):
    pass


class ActivateForm(_CodeForm, totp.ActivateTOTPForm):
    pass


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """One kind of passkey: it opens the door by itself, and is a second step too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam")
        self.fields["name"].help_text = _("Bijvoorbeeld: laptop kantoor")
        self.fields["name"].widget.attrs = {"maxlength": "60"}
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].widget = forms.HiddenInput()


class RenamePasskeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam")
        self.fields["name"].widget.attrs = {"maxlength": "60", "autofocus": True}
