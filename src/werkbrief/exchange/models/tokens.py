"""What a machine signs in with, and where it wants to hear what happened."""

from django.conf import settings
from django.db import models

from werkbrief.staffing.models import Agency, AgencyKey, Client


class Scope(models.TextChoices):
    """What a token may do; a token has one or more."""

    PLANNING = "planning", "planning lezen"
    ENTRIES = "entries", "werkbriefjes lezen"
    CHANGE = "change", "uren wijzigen"
    APPROVE = "approve", "goedkeuren en afkeuren"
    MANUAL = "manual", "handmatige werkbriefjes lezen en doorgeven"
    PAY = "pay", "loonregels lezen"
    IMPORT = "import", "planning en plaatsingen inlezen"
    DELIVER = "deliver", "uren leveren"
    WEBHOOKS = "webhooks", "berichten bij gebeurtenissen"


class ApiToken(models.Model):
    """Token: one integration. Only a digest is kept; the secret is shown once.

    `is_for_all`: every client of the agency, also later ones; else those listed.
    What it does is done in the name of `acts_as`.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="api_tokens"
    )
    name = models.CharField(max_length=100)
    scopes = models.JSONField(default=list)
    is_for_all = models.BooleanField(default=True)
    clients = models.ManyToManyField(Client, blank=True, related_name="+")
    acts_as = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    made = models.DateTimeField()
    expires = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    @property
    def words(self) -> str:
        """What it may, as people say it."""
        return ", ".join(str(Scope(scope).label) for scope in self.scopes)

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes


class Webhook(models.Model):
    """Where to tell what happened: `events` are verbs of the journal.

    `told_until` is the last event of the journal that was put in the queue; putting it
    back tells everything since again.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="webhooks"
    )
    token = models.ForeignKey(
        ApiToken, on_delete=models.PROTECT, related_name="webhooks"
    )
    address = models.URLField(max_length=300)
    secret = models.TextField()
    events = models.JSONField(default=list)
    told_until = models.BigIntegerField()
    stopped = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.address


class WebhookCall(models.Model):
    """One message to one address: kept until it arrived or was given up."""

    agency = AgencyKey("webhook")
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="calls")
    event = models.BigIntegerField()
    body = models.JSONField()
    tries = models.PositiveIntegerField(default=0)
    due = models.DateTimeField(null=True)
    arrived = models.DateTimeField(null=True)
    told = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due"])]

    def __str__(self) -> str:
        return f"{self.webhook_id}/{self.event}"
