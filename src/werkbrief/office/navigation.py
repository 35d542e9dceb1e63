"""The office's screens in their order, by role. A new one is one line in SCREENS."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.urls import reverse

from werkbrief.staffing.models import Role

EVERYBODY = tuple(Role)
PLANNERS = (Role.JOB_COACH, Role.BACK_OFFICE, Role.ADMINISTRATOR)
KEEPERS = (Role.BACK_OFFICE, Role.ADMINISTRATOR)
# Who decides about a client: its name, its CAO, whether it still is one.
OWNERS = (Role.ACCOUNT_MANAGER, Role.BACK_OFFICE, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen; `name` is its address, `name_…` are the addresses inside it.

    `inside` are other names for those; with it, name its own again. `short`: what it
    is called in the bar at the foot of a phone; the others stand behind "Menu" there.
    """

    group: str
    title: str
    icon: str
    name: str
    roles: tuple[Role, ...] = EVERYBODY
    inside: tuple[str, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A screen as it can be reached from here."""

    title: str
    icon: str
    href: str
    is_current: bool
    short: str


@dataclass(frozen=True, slots=True)
class Group:
    """Screens that belong together, under one word."""

    title: str
    items: list[Item]


DAILY, QUEUES, RECORDS = "", "Wachtrijen", "Stamgegevens"
EXCHANGE, KEEPING = "Uitwisseling", "Beheer"
SCREENS = (
    Screen(DAILY, "Weekbord", "board", "office", inside=("office_week",), short="Week"),
    Screen(
        DAILY, "Planning", "calendar", "office_planning", PLANNERS, short="Planning"
    ),
    Screen(DAILY, "Grondplannen", "repeat", "office_usual", PLANNERS),
    Screen(QUEUES, "Meldingen", "bell", "office_messages", PLANNERS, short="Meldingen"),
    Screen(QUEUES, "Handmatig", "pen", "office_manual", PLANNERS),
    Screen(QUEUES, "Correcties", "undo", "office_corrections", PLANNERS),
    Screen(RECORDS, "Opdrachtgevers", "building", "office_clients", short="Klanten"),
    Screen(RECORDS, "Medewerkers", "people", "office_workers"),
    Screen(RECORDS, "Uursoorten", "sheet", "office_hour_types", KEEPERS),
    Screen(RECORDS, "Links", "link", "office_links", PLANNERS),
    Screen(EXCHANGE, "Inlezen", "inward", "office_import", PLANNERS),
    Screen(EXCHANGE, "Leveren", "outward", "office_delivery", KEEPERS),
    Screen(EXCHANGE, "Vergelijken", "compare", "office_comparing", KEEPERS),
    Screen(EXCHANGE, "Taken", "clock", "office_jobs", PLANNERS),
    Screen(EXCHANGE, "Koppelingen", "plug", "office_tokens", (Role.ADMINISTRATOR,)),
    Screen(KEEPING, "Gebruikers", "person", "office_people"),
    Screen(KEEPING, "Aanmelding", "key", "office_sign_ons", (Role.ADMINISTRATOR,)),
    Screen(KEEPING, "Vervanging", "shield", "office_deputies"),
    Screen(KEEPING, "Instellingen", "dials", "office_settings", (Role.ADMINISTRATOR,)),
    Screen(KEEPING, "Logboek", "book", "office_journal"),
)


def rooms_of(request: HttpRequest, role: Role) -> list[Group]:
    """What this role may see, and nothing more."""
    match = request.resolver_match
    here = (match and match.url_name) or ""
    mine = [screen for screen in SCREENS if role in screen.roles]
    return [
        Group(title, [_item(screen, here) for screen in screens])
        for title, screens in groupby(mine, key=lambda screen: screen.group)
    ]


def _item(screen: Screen, here: str) -> Item:
    is_current = here == screen.name or any(
        here == name or here.startswith(f"{name}_")
        for name in screen.inside or (screen.name,)
    )
    href = reverse(screen.name)
    return Item(screen.title, screen.icon, href, is_current, screen.short)
