"""What waits behind each screen, in a line or two on its tile (S2.2)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from werkbrief.planning.reads import week_schedule
from werkbrief.portal.menu import Item, menu_of
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.reads import (
    Progress,
    check_sheet,
    corrections_for,
    week_progress,
    week_sheet,
)
from werkbrief.words.clock import duration
from werkbrief.words.weeks import Week

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Tile:
    """A screen that this member may open, and what it has to say."""

    item: Item
    lines: Lines


def tiles_of(request: HttpRequest, membership: Membership, week: Week) -> list[Tile]:
    """One tile per screen in the menu; without something to tell, what one does there.

    `week` is the one to pass on now.
    """
    _home, *screens = menu_of(request, membership)
    return [
        Tile(item, TELLING[item.name](membership, week))
        if item.name in TELLING
        else Tile(item, [item.lead])
        for item in screens
    ]


def _planning(membership: Membership, week: Week) -> Lines:
    """Who works now: this week, and what of it is still asked."""
    this = week.next
    schedule = week_schedule(membership, this)
    people = "medewerker" if schedule.workers == 1 else "medewerkers"
    hours = duration(sum(schedule.minutes))
    lines = [f"Week {this.number}: {schedule.workers} {people}, {hours} uur"]
    asked = schedule.asked_in_all
    if asked.open:
        lines.append(f"{asked.open} van {asked.asked} aanvragen nog open")
    elif asked.asked:
        lines.append(f"{asked.asked} gevraagd, alles ingevuld")
    return lines


def _timesheets(membership: Membership, week: Week) -> Lines:
    last, this = (week_progress(membership, w) for w in (week, week.next))
    return [f"Week {week.number}: {_open(last)}", f"Deze week: {_open(this)}"]


def _open(progress: Progress) -> str:
    changed = f", waarvan {progress.changed} gewijzigd" if progress.changed else ""
    return f"{progress.waiting} open{changed}"


def _check(membership: Membership, week: Week) -> Lines:
    total = check_sheet(week_sheet(membership, week)).total
    if total.difference:
        more = "meer" if total.difference > 0 else "minder"
        told = f"{duration(abs(total.difference))} uur {more} dan gepland"
    else:
        told = "gelijk aan de planning" if total.approved else "nog niets goedgekeurd"
    lines = [f"Week {week.number}: {told}"]
    if waiting := corrections_for(membership).pending().count():
        noun = "correctie ligt" if waiting == 1 else "correcties liggen"
        lines.append(f"{waiting} {noun} bij het bureau")
    return lines


TELLING: dict[str, Callable[[Membership, Week], Lines]] = {
    "planning_start": _planning,
    "timesheets_start": _timesheets,
    "check_start": _check,
}
