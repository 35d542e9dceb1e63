"""The worker's personal link: no account, one address, for a while."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from werkbrief.accounts.models import Language
from werkbrief.staffing.models.agencies import Agency
from werkbrief.staffing.models.workers import Worker

SALT = "werkbrief.personal"
LENGTH = 40


def _nonce() -> str:
    return get_random_string(12)


class PersonalLink(models.Model):
    """Who holds the address sees the hours of this worker, until it ends.

    The address is signed with the installation's key over `nonce`, so a copy of the
    database opens nothing. `email` is where it was sent to, if it was; it goes with
    the link.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(
        Worker, on_delete=models.PROTECT, related_name="personal_links"
    )
    language = models.CharField(
        max_length=2, choices=Language.choices, default=Language.NL
    )
    email = models.EmailField(blank=True)
    nonce = models.CharField(max_length=12, default=_nonce, editable=False)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "expires_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["worker"],
                condition=models.Q(revoked_at__isnull=True),
                name="personallink_one_per_worker",
            )
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"

    @property
    def token(self) -> str:
        """What stands in the address: number and signature."""
        return f"{self.pk}-{self._signature}"

    def is_signed_by(self, signature: str) -> bool:
        """By the installation's key, or a former one that still counts."""
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        fits = [constant_time_compare(signature, self._signed(key)) for key in keys]
        return any(fits)

    @property
    def _signature(self) -> str:
        return self._signed(settings.SECRET_KEY)

    def _signed(self, key: str) -> str:
        signed = f"{self.pk}:{self.nonce}"
        code = salted_hmac(SALT, signed, secret=key, algorithm="sha256")
        return code.hexdigest()[:LENGTH]
