"""What one side may know of a person who belongs to it."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from werkbrief.accounts.models import User


class Known(models.Model):
    """Somebody's place here; `known_…` as the inviter typed it, if need be.

    It is filled in of somebody who had an account elsewhere. Until they do something
    here themselves, that is all that is told of them.
    """

    known_name = models.CharField(max_length=150, blank=True)
    known_address = models.CharField(max_length=254, blank=True)

    user: "models.ForeignKey[User, User]"

    class Meta:
        abstract = True

    @property
    def is_met(self) -> bool:
        """Whether they did something at this agency; see staffing.reads.met."""
        return bool(getattr(self, "has_deeds", False))

    @property
    def who(self) -> str:
        """The name by which this side may know them."""
        return str(self.user) if self._is_known else self.known_name

    @property
    def address(self) -> str:
        own = self.user.email or self.user.username
        return own if self._is_known else self.known_address

    @property
    def has_been_in(self) -> bool:
        """As far as this side may know."""
        return self.is_met if self.known_name else self.user.has_own_password

    @property
    def _is_known(self) -> bool:
        return self.is_met or not self.known_name
