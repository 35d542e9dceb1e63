"""Who did something, for whoever may not read by name who it was; and when."""

from datetime import datetime

from django.utils import timezone

from werkbrief.staffing.models import AgencyRole


class Sides:
    """Who did it: the agency, the client or the portal itself."""

    def __init__(self, agency: int) -> None:
        roles = AgencyRole.objects.filter(agency=agency)
        self.office = set(roles.values_list("user_id", flat=True))

    def of(self, user: int | None) -> str:
        if user is None:
            return "het portaal"
        return "het bureau" if user in self.office else "de opdrachtgever"


def moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
