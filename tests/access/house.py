"""Who gets what around the screens: signing in, health, the admin."""

from tests.access.rows import FOR_ALL, FOR_NOBODY_NEW, Row, answers

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
    # The whole admin in one row: no visitor of the portal belongs there.
    Row("admin:index", answers()),
]
