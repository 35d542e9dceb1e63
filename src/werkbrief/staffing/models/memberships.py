"""Who may see and do what at which client."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from werkbrief.staffing.models.clients import Client, Department
from werkbrief.staffing.models.keys import AgencyKey
from werkbrief.staffing.models.people import Known
from werkbrief.staffing.models.standing_in import StandingIn


class Right(models.TextChoices):
    SEE_PLANNING = "see_planning", _("Werkplanning zien")
    SEE_WORKERS = "see_workers", _("Werknemers zien")
    SEE_TIMESHEETS = "see_timesheets", _("Werkbriefjes zien")
    CHANGE = "change", _("Uren wijzigen")
    APPROVE = "approve", _("Goedkeuren en afkeuren")
    ADD_MANUAL = "add_manual", _("Handmatig toevoegen")
    SEE_CHECK = "see_check", _("Controle zien")
    EXPORT = "export", _("Exporteren")
    SET_PAY = "set_pay", _("Loonregels met de hand zetten")
    MANAGE = "manage", _("Accounts van collega's beheren")


# What a stand-in gets of it. An account given or ended would outlast the standing in.
LENT = tuple(right for right in Right if right != Right.MANAGE)


class Membership(Known):
    """One person at one client.

    `is_narrowed`: only the departments listed here; else all of them. It is a column of
    its own, so that a department that disappears never widens what somebody sees.
    `kept_filters`: name and query of each, few and nobody else's. `seen_at`: when they
    were last at home here; `seen_before`: when the visit before this one ended.
    """

    agency = AgencyKey("client")
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
    # True for who stands in for a colleague today; see staffing.reads.membership_at.
    stands_in_today = False
    # Set where a colleague stands in for this member; see staffing.reads.standing_in.
    lent_to: "Substitute | None" = None

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

    @property
    def writers(self) -> tuple[int, ...]:
        """Whose messages and slips are one's own here: also the stand-in's."""
        if self.lent_to is None:
            return (self.user_id,)
        return self.user_id, self.lent_to.stand_in.user_id


class Substitute(StandingIn):
    """One member of a client stands in for a colleague, with what they may see and do.

    `absent` and `stand_in` are of one client; see staffing.actions.name_substitute.
    """

    agency = AgencyKey("absent")
    absent = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="substitutes"
    )
    stand_in = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="stands_in"
    )

    class Meta(StandingIn.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.stand_in.who} voor {self.absent.who}"
