"""The client's screens in their order: in the menu and as tiles, by right."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_noop as _

from werkbrief.staffing.models import Membership, Right
from werkbrief.words.weeks import Week


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. A new one is one line in SCREENS.

    `start`: the address without a week. `in_week`: the one with a week, so that the
    chosen week goes along from screen to screen (S2.4). `inner`: what else belongs to
    it. `lead`: what one does there, on the tile. Both are translated where they are
    printed; the icon hangs on the title.
    """

    title: str
    right: Right
    start: str
    in_week: str = ""
    inner: tuple[str, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A screen as this member may reach it from here."""

    title: str
    href: str
    is_current: bool
    name: str
    lead: str


SCREENS = (
    Screen(
        _("Werkplanning"),
        Right.SEE_PLANNING,
        "planning_start",
        "planning",
        lead=_("Wie er wanneer werkt"),
    ),
    Screen(
        _("Werknemers"),
        Right.SEE_WORKERS,
        "workers",
        lead=_("Wie hier werkt en heeft gewerkt"),
    ),
    Screen(
        _("Werkbriefjes"),
        Right.SEE_TIMESHEETS,
        "timesheets_start",
        "timesheets",
        ("manual", "manual_withdrawal"),
        lead=_("Uren nakijken en doorgeven"),
    ),
    Screen(
        _("Werkbriefjes controle"),
        Right.SEE_CHECK,
        "check_start",
        "check",
        inner=("correction", "correction_withdrawal"),
        lead=_("Gepland tegen goedgekeurd"),
    ),
)
FILTERS = ("zoek", "afdeling", "ploeg", "functie", "start", "eind", "verberg")


def filter_query(query: QueryDict) -> str:
    """The filters of an address and nothing else of it: "afdeling=Inpak&eind=16:00"."""
    return urlencode({name: str(query[name]) for name in FILTERS if query.get(name)})


def menu_of(request: HttpRequest, membership: Membership) -> list[Item]:
    """Home and what the rights allow (S2.1); week and filters go along (S2.4)."""
    slug = membership.client.slug
    match = request.resolver_match
    here = (match and match.url_name) or ""
    week: Week | None = match.kwargs.get("week") if match else None
    home = reverse("client_home", args=[slug])
    kept = filter_query(request.GET)
    filters = f"?{kept}" if kept else ""
    found = [Item(_("Home"), home, here == "client_home", "client_home", "")]
    for screen in SCREENS:
        if not membership.may(screen.right):
            continue
        with_week = bool(screen.in_week and week)
        href = (
            reverse(screen.in_week, args=[slug, week]) + filters
            if with_week
            else reverse(screen.start, args=[slug])
        )
        current = here in (screen.start, screen.in_week, *screen.inner)
        found.append(Item(screen.title, href, current, screen.start, screen.lead))
    return found
