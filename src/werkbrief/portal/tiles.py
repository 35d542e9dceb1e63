"""What waits behind each screen, in a line or two on its tile (S2.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest

from werkbrief.planning.reads import week_schedule
from werkbrief.portal.menu import Item, menu_of
from werkbrief.staffing.models import Membership
from werkbrief.timesheets.reads import (
    Progress,
    WeekSheet,
    check_sheet,
    corrections_for,
    progress_of,
    week_sheet,
)
from werkbrief.words.clock import duration
from werkbrief.words.tongues import say, say_many
from werkbrief.words.weeks import Week

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Tile:
    """A screen that this member may open, and what it has to say."""

    item: Item
    lines: Lines


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks that home tells of, each read once: several tiles ask for the same."""

    membership: Membership
    now: Week
    _read: dict[Week, WeekSheet] = field(default_factory=dict)

    def sheet(self, week: Week) -> WeekSheet:
        if week not in self._read:
            self._read[week] = week_sheet(self.membership, week)
        return self._read[week]

    def progress(self, week: Week) -> Progress:
        return progress_of(self.sheet(week))


def tiles_of(request: HttpRequest, weeks: Weeks) -> list[Tile]:
    """One tile per screen in the menu; without something to tell, what one does there.

    `weeks.now` is the one to pass on now.
    """
    _home, *screens = menu_of(request, weeks.membership)
    return [
        Tile(item, TELLING[item.name](weeks))
        if item.name in TELLING
        else Tile(item, [say(item.lead)])
        for item in screens
    ]


def _planning(weeks: Weeks) -> Lines:
    """Who works now: this week, and what of it is still asked."""
    this = weeks.now.next
    schedule = week_schedule(weeks.membership, this)
    lines = [
        say_many(
            "Week %(week)s: %(count)s medewerker, %(hours)s uur",
            "Week %(week)s: %(count)s medewerkers, %(hours)s uur",
            schedule.workers,
            week=this.number,
            hours=duration(sum(schedule.minutes)),
        )
    ]
    asked = schedule.asked_in_all
    if asked.open:
        lines.append(
            say(
                "%(open)s van %(asked)s aanvragen nog open",
                open=asked.open,
                asked=asked.asked,
            )
        )
    elif asked.asked:
        lines.append(say("%(asked)s gevraagd, alles ingevuld", asked=asked.asked))
    return lines


def _timesheets(weeks: Weeks) -> Lines:
    last, this = (weeks.progress(week) for week in (weeks.now, weeks.now.next))
    return [
        say("Week %(week)s: %(told)s", week=weeks.now.number, told=_open(last)),
        say("Deze week: %(told)s", told=_open(this)),
    ]


def _open(progress: Progress) -> str:
    if not progress.changed:
        return say("%(open)s open", open=progress.waiting)
    return say(
        "%(open)s open, waarvan %(changed)s gewijzigd",
        open=progress.waiting,
        changed=progress.changed,
    )


def _check(weeks: Weeks) -> Lines:
    total = check_sheet(weeks.sheet(weeks.now)).total
    if total.difference:
        hours = duration(abs(total.difference))
        told = (
            say("%(hours)s uur meer dan gepland", hours=hours)
            if total.difference > 0
            else say("%(hours)s uur minder dan gepland", hours=hours)
        )
    elif total.approved:
        told = say("gelijk aan de planning")
    else:
        told = say("nog niets goedgekeurd")
    lines = [say("Week %(week)s: %(told)s", week=weeks.now.number, told=told)]
    if waiting := corrections_for(weeks.membership).pending().count():
        lines.append(
            say_many(
                "%(count)s correctie ligt bij het bureau",
                "%(count)s correcties liggen bij het bureau",
                waiting,
            )
        )
    return lines


TELLING: dict[str, Callable[[Weeks], Lines]] = {
    "planning_start": _planning,
    "timesheets_start": _timesheets,
    "check_start": _check,
}
