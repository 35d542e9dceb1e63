"""Choosing an own password, and how the screens look and speak."""

from collections.abc import Mapping

from werkbrief.accounts.models import User


def choose_own_password(user: User, password: str) -> None:
    """Replace the password that was handed out; the old one opens nothing any more."""
    user.set_password(password)
    user.has_own_password = True
    user.save(update_fields=["password", "has_own_password"])


def prefer(user: User, chosen: Mapping[str, str]) -> None:
    """Keep language, notation of hours and theme; one's own taste needs no journal."""
    for name in ("language", "hours", "theme"):
        if name in chosen:
            setattr(user, name, chosen[name])
    user.save(update_fields=["language", "hours", "theme"])
