"""Who gets what around the screens: signing in, health, the admin."""

from tests.access.rows import FOR_ALL, FOR_NOBODY_NEW, OWN, SIGNED_IN, Row, answers

ROWS = [
    Row("health", FOR_ALL),
    Row("ready", FOR_ALL),
    # For who knows the word; no visitor does.
    Row("metrics", answers(nobody=404, newcomer=404)),
    Row("account_login", answers(nobody=200, newcomer=302, others=302)),
    Row("account_logout", answers(newcomer=200, others=200)),
    Row("account_reset_password", FOR_NOBODY_NEW),
    Row("account_reset_password_done", FOR_NOBODY_NEW),
    Row(
        "account_reset_password_from_key",
        FOR_NOBODY_NEW,
        args={"uidb36": "1", "key": "geraden"},
    ),
    Row("account_reset_password_from_key_done", FOR_NOBODY_NEW),
    Row("language", FOR_NOBODY_NEW, post={"language": "pl"}, ok=302),
    Row(
        "openid_connect_login",
        answers(nobody=404),
        args={"provider_id": "geraden"},
    ),
    Row(
        "openid_connect_callback",
        answers(nobody=404),
        args={"provider_id": "geraden"},
    ),
    Row("mfa_login_webauthn", answers(others=302, newcomer=OWN)),
    Row("mfa_authenticate", answers(others=302)),
    Row("account_reauthenticate", SIGNED_IN),
    Row("mfa_reauthenticate", SIGNED_IN, ok=302),  # on to the password
    Row("mfa_reauthenticate_webauthn", SIGNED_IN, ok=302),
    Row("mfa_index", SIGNED_IN),
    # Safe things ask for the password again, unless one has just signed in.
    Row("mfa_activate_totp", SIGNED_IN, ok=302),
    Row("mfa_deactivate_totp", answers()),
    Row("mfa_view_recovery_codes", answers()),
    Row("mfa_generate_recovery_codes", SIGNED_IN, ok=302),
    Row("mfa_add_webauthn", SIGNED_IN, ok=302),
    Row("mfa_edit_webauthn", SIGNED_IN, args={"pk": "1"}, ok=302),
    Row("mfa_remove_webauthn", SIGNED_IN, args={"pk": "1"}, ok=302),
    # The whole admin in one row: no visitor of the portal belongs there.
    Row("admin:index", answers()),
]
