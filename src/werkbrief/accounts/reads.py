"""The link in an invitation: signed, for a week, and only until it is used."""

from datetime import timedelta

from django.core import signing

from werkbrief.accounts.models import User

SALT = "invitation"
VALID = timedelta(days=7)


def invitation_for(user: User) -> str:
    """The password's own mark goes along: once it is chosen, the link is dead."""
    return signing.dumps([user.pk, _mark(user)], salt=SALT)


def invited_by(token: str) -> User | None:
    """Whoever was invited with this link and has not come in yet."""
    try:
        pk, mark = signing.loads(token, salt=SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=pk, is_active=True, has_own_password=False).first()
    return user if user and _mark(user) == mark else None


def _mark(user: User) -> str:
    return user.password[-8:]
