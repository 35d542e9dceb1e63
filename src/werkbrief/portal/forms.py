"""What people type around signing in, parsed; nothing is saved here."""

from django import forms
from django.contrib.auth.forms import SetPasswordForm


class OwnPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """An own password, typed twice; another one than was handed out."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "Nieuw wachtwoord"
        self.fields["new_password2"].label = "Nog een keer"
        self.fields["new_password1"].help_text = "Minstens 10 tekens; een zin mag ook."

    def clean_new_password1(self) -> str:
        password = str(self.cleaned_data["new_password1"])
        if self.user.check_password(password):
            raise forms.ValidationError(
                "Dit is het wachtwoord dat je kreeg. Kies een ander, eigen wachtwoord."
            )
        return password
