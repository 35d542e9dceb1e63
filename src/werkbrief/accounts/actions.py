"""Passwords, sessions, and how the screens look and speak."""

import re
from collections.abc import Collection, Mapping

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.crypto import get_random_string

from werkbrief.accounts.models import User

# To be read aloud over the phone: nothing that looks like something else.
LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"
# What a database takes for a number.
ROW = re.compile(r"[0-9]{1,18}")


def choose_own_password(user: User, password: str) -> None:
    """Replace the password that was handed out; the old one opens nothing any more."""
    user.set_password(password)
    user.has_own_password = True
    user.save(update_fields=["password", "has_own_password"])


def hand_out_password(user: User) -> str:
    """A first password, once on screen; an own one is chosen at the first sign-in."""
    password = "-".join(get_random_string(4, LEGIBLE) for _ in range(4))
    user.set_password(password)
    user.has_own_password = False
    user.save()
    return password


def end_sessions(
    user: User, *, keep: str | None, only: Collection[str] | None = None
) -> int:
    """End somebody's sessions but this one, or only these of them; tell how many."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=keep)
    if only is not None:
        rows = rows.filter(pk__in=[pk for pk in only if ROW.fullmatch(pk)])
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    rows.filter(session_key__in=keys).delete()
    return len(keys)


def prefer(user: User, chosen: Mapping[str, str]) -> None:
    """Keep language, notation of hours and theme; one's own taste needs no journal."""
    for name in ("language", "hours", "theme"):
        if name in chosen:
            setattr(user, name, chosen[name])
    user.save(update_fields=["language", "hours", "theme"])
