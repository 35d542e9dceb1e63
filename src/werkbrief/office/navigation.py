"""The office's screens in their order, by role. A new one is one line in SCREENS."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from werkbrief.staffing.models import Role

EVERYBODY = tuple(Role)
PLANNERS = (Role.JOB_COACH, Role.BACK_OFFICE, Role.ADMINISTRATOR)
KEEPERS = (Role.BACK_OFFICE, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen; `name` is its address, `name_…` are the addresses inside it.

    `inside` is another name for those.
    """

    title: str
    name: str
    roles: tuple[Role, ...] = EVERYBODY
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A screen as it can be reached from here."""

    title: str
    href: str
    is_current: bool


SCREENS = (
    Screen("Week", "office", inside="office_week"),
    Screen("Meldingen", "office_messages", PLANNERS),
    Screen("Handmatig", "office_manual", PLANNERS),
    Screen("Correcties", "office_corrections", PLANNERS),
    Screen("Links", "office_links", PLANNERS),
    Screen("Inlezen", "office_import", PLANNERS),
    Screen("Leveren", "office_delivery", KEEPERS),
    Screen("Koppelingen", "office_tokens", (Role.ADMINISTRATOR,)),
    Screen("Logboek", "office_journal"),
)


def menu_of(request: HttpRequest, role: Role) -> list[Item]:
    """What this role may see, and nothing more."""
    match = request.resolver_match
    here = (match and match.url_name) or ""
    return [
        Item(screen.title, reverse(screen.name), _holds(screen, here))
        for screen in SCREENS
        if role in screen.roles
    ]


def _holds(screen: Screen, here: str) -> bool:
    inside = screen.inside or screen.name
    return here in (screen.name, inside) or here.startswith(f"{inside}_")
