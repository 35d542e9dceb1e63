"""Choosing an own password."""

from werkbrief.accounts.models import User


def choose_own_password(user: User, password: str) -> None:
    """Replace the password that was handed out; the old one opens nothing any more."""
    user.set_password(password)
    user.has_own_password = True
    user.save(update_fields=["password", "has_own_password"])
