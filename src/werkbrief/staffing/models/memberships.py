"""Who may see and do what at which client."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.models.clients import Client, Department
from werkbrief.staffing.models.people import Known


class Right(models.TextChoices):
    SEE_PLANNING = "see_planning", _("Werkplanning zien")
    SEE_WORKERS = "see_workers", _("Werknemers zien")
    SEE_TIMESHEETS = "see_timesheets", _("Werkbriefjes zien")
    CHANGE = "change", _("Uren wijzigen")
    APPROVE = "approve", _("Goedkeuren en afkeuren")
    ADD_MANUAL = "add_manual", _("Handmatig toevoegen")
    SEE_CHECK = "see_check", _("Controle zien")
    EXPORT = "export", _("Exporteren")
    MANAGE = "manage", _("Accounts van collega's beheren")


class Membership(Known):
    """One person at one client.

    `is_narrowed`: only the departments listed here; else all of them. It is a column of
    its own, so that a department that disappears never widens what somebody sees.
    `kept_filters`: name and query of each, few and nobody else's. `seen_at`: when they
    were last at home here; `seen_before`: when the visit before this one ended.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    client = models.ForeignKey(
        Client, on_delete=models.CASCADE, related_name="memberships"
    )
    rights = models.JSONField(default=list)
    is_narrowed = models.BooleanField(default=False)
    departments = models.ManyToManyField(Department, blank=True)
    kept_filters = models.JSONField(default=list)
    seen_at = models.DateTimeField(null=True)
    seen_before = models.DateTimeField(null=True)

    # True for somebody of the agency who looks along; see staffing.reads.looking_along.
    is_looking_along = False
    # True for who can switch to another client; see staffing.reads.membership_at.
    can_switch = False

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "client"], name="membership_one_per_client"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} bij {self.client}"

    def may(self, right: Right) -> bool:
        return right in self.rights
