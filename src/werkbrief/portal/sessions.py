"""Where somebody is signed in, and ending that from here."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from werkbrief.accounts.models import User
from werkbrief.words.tongues import say

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One place where somebody is signed in, as they would recognise it."""

    id: int
    where: str
    ip: str
    since: datetime
    is_here: bool


def sessions_of(user: User, key: str | None, now: datetime) -> list[SignedIn]:
    """First the one in use, then the newest: two statements."""
    rows = list(UserSession.objects.filter(user=user).order_by("-created_at"))
    alive = set(
        Session.objects.filter(
            session_key__in=[row.session_key for row in rows], expire_date__gt=now
        ).values_list("session_key", flat=True)
    )
    found = [
        SignedIn(
            row.pk,
            recognisable(row.user_agent),
            row.ip,
            row.created_at,
            row.session_key == key,
        )
        for row in rows
        if row.session_key in alive
    ]
    return sorted(found, key=lambda one: not one.is_here)


def remember(request: HttpRequest) -> str:
    """List this session, which has a new key; give that key."""
    UserSession.objects.create_from_request(request)
    return request.session.session_key or ""


def recognisable(user_agent: str) -> str:
    """Name browser and device as people do.

    >>> recognisable("Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130")
    'Edge op Windows'
    """
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "Browser")
    device = next((name for sign, name in DEVICES if sign in user_agent), "")
    if not device:
        return browser
    return say("%(browser)s op %(device)s", browser=browser, device=device)
