"""The second step: its addresses, under one's own account."""

from allauth.account.views import reauthenticate
from allauth.mfa.base import views
from allauth.mfa.recovery_codes import views as paper
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, reverse_lazy

from werkbrief.config.passkeys import RemovePasskey

HERE = "account/tweede-stap/"
KEY = f"{HERE}passkeys/<int:pk>/"
RENAME = passkeys.EditWebAuthnView.as_view(success_url=reverse_lazy("mfa_index"))

urlpatterns = [
    path("inloggen/tweede-stap/", views.authenticate, name="mfa_authenticate"),
    path("inloggen/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("account/bevestigen/", reauthenticate, name="account_reauthenticate"),
    path("account/bevestigen/code/", views.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/bevestigen/passkey/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(HERE, views.index, name="mfa_index"),
    path(f"{HERE}app/", app.activate_totp, name="mfa_activate_totp"),
    path(f"{HERE}app/uit/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path(f"{HERE}codes/", paper.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        f"{HERE}codes/nieuw/",
        paper.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(f"{HERE}passkeys/nieuw/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(f"{KEY}naam/", RENAME, name="mfa_edit_webauthn"),
    path(f"{KEY}weg/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
