"""A client's own way of signing in, by OpenID Connect."""

from typing import ClassVar

from django.db import models

from werkbrief.accounts.models import User
from werkbrief.accounts.sealing import seal, unseal
from werkbrief.staffing.models.agencies import Agency
from werkbrief.staffing.models.clients import Client


class SignOnQuerySet(models.QuerySet["SignOn"]):
    def trusted(self) -> "SignOnQuerySet":
        """Those that open the door now, by name."""
        return self.filter(ended=None).order_by("name")


class SignOn(models.Model):
    """One issuer, trusted to tell who the people of these clients are (P1.7).

    `issuer`: its address; OpenID Connect tells the rest. It is believed about people
    who are members of these clients and have nothing to do with any other: else a
    client's own system could open another client's hours.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="sign_ons"
    )
    name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True)
    issuer = models.URLField(max_length=300)
    client_id = models.CharField(max_length=300)
    sealed_secret = models.TextField()
    clients: ClassVar = models.ManyToManyField(Client, related_name="sign_ons")
    ended = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = SignOnQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @property
    def secret(self) -> str:
        return unseal(self.sealed_secret)

    @secret.setter
    def secret(self, text: str) -> None:
        self.sealed_secret = seal(text)

    def person(self, email: str) -> User | None:
        """The one member with this address, if the issuer is believed about them."""
        members = User.objects.filter(memberships__client__sign_ons=self)
        found = list(members.filter(email__iexact=email).distinct()[:2])
        return found[0] if len(found) == 1 and self.admits(found[0]) else None

    def admits(self, user: User) -> bool:
        """A member of these clients only, and nobody of an agency."""
        if not user.is_active or user.is_staff or user.agency_roles.exists():
            return False
        clients = set(user.memberships.values_list("client", flat=True))
        theirs = set(self.clients.values_list("pk", flat=True))
        return bool(clients) and clients <= theirs
