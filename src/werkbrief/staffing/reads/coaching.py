"""Which Job Coach looks after which client, and who stands in for them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from werkbrief.accounts.models import User
from werkbrief.staffing.models import Agency, AgencyRole, Contact, Deputy, Role


@dataclass(frozen=True, slots=True)
class Coach:
    """One Job Coach of a client; `stand_in` while somebody else does it."""

    role: AgencyRole
    stand_in: AgencyRole | None

    @property
    def told(self) -> str:
        """Say "Jet Valstar", or "Ria Ammerlaan voor Jet Valstar"."""
        if self.stand_in is None:
            return self.role.who
        return f"{self.stand_in.who} voor {self.role.who}"

    @property
    def user(self) -> User:
        """Who is to be told."""
        return (self.stand_in or self.role).user

    def is_for(self, role: int) -> bool:
        return role in {self.role.pk, self.stand_in.pk if self.stand_in else 0}


def coaches_by_client(agency: Agency, on: date) -> dict[int, list[Coach]]:
    """Client id -> its Job Coaches, with who stands in that day: two statements."""
    stand_ins = {one.absent_id: one.stand_in for one in deputies_on(agency, on)}
    contacts = Contact.objects.filter(
        client__agency=agency, role__role=Role.JOB_COACH
    ).select_related("role__user")
    found: dict[int, list[Coach]] = defaultdict(list)
    for contact in contacts.order_by("pk"):
        coach = Coach(contact.role, stand_ins.get(contact.role_id))
        found[contact.client_id].append(coach)
    return found


def deputies_on(agency: Agency, on: date) -> list[Deputy]:
    """Who stands in for whom on this day: one statement."""
    holding = agency.deputies.on(on)
    return list(holding.select_related("absent__user", "stand_in__user"))
