"""Who is signing in: by user name or e-mail address, capitals or not (S1.1)."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet
from django.http import HttpRequest

from werkbrief.accounts.models import User
from werkbrief.rows import columns, kept, whole


class Recognition(ModelBackend):
    """One hash per try, whether the account exists or not: time tells nothing."""

    def authenticate(  # type: ignore[override]
        self,
        _request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str | None = None,
        **_credentials: object,
    ) -> User | None:
        name = (username or email or "").strip()
        if not name or not password:
            return None
        user = _known_as(name)
        if user is None:
            make_password(password)
            return None
        fits = user.check_password(password)
        return user if fits and self.user_can_authenticate(user) else None

    def get_user(self, user_id: int) -> User | None:
        """Who is asking, at every request."""
        user = next((whole(User, row) for row in _user(user_id)), None)
        return user if user and self.user_can_authenticate(user) else None


def _known_as(name: str) -> User | None:
    """The user name goes first; an address that several people share names nobody."""
    by_name = User.objects.filter(username=name.lower()).first()
    by_address = list(User.objects.filter(email__iexact=name)[:2])
    return by_name or (by_address[0] if len(by_address) == 1 else None)


@kept
def _user(pk: int) -> QuerySet[User, tuple[Any, ...]]:
    return User.objects.filter(pk=pk).values_list(*columns(User))
