"""Many hours at once, each with its own: what was previewed, and 'Zelfde als'."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_filling import read_filling, read_source, write_filling
from werkbrief.portal.forms_timesheets import read_selection
from werkbrief.portal.printing_filling import SHOWN, print_outlooks
from werkbrief.portal.views.deeds import Done, answer
from werkbrief.staffing.models import Right
from werkbrief.timesheets.actions import Outlook, Seen, change_each, foresee
from werkbrief.timesheets.reads import WeekScope, WeekSheet, entries_for, week_sheet
from werkbrief.timesheets.reads.likening import Likeness, likened, passed_over
from werkbrief.words.notation import Typed
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say, say_many
from werkbrief.words.weeks import Week


@require_POST
@client_page(Right.CHANGE)
def fillings(request: ClientRequest, week: Week) -> HttpResponse:
    """Store what a preview showed: all of it, or nothing."""
    seen: Seen = {}
    try:
        seen, typed = read_filling(request.POST)
        done = _fill(request, week, seen, typed)
    except Refusal as refusal:
        return answer(request, week, seen, refusal=refusal)
    return answer(request, week, seen, done=done)


@require_POST
@client_page(Right.CHANGE)
def likenings(request: ClientRequest, week: Week) -> HttpResponse:
    """The same as yesterday, last week or a colleague: done, unless it overwrites.

    Hours that somebody typed before are shown first, with what they would become.
    """
    seen: Seen = {}
    try:
        seen = read_selection(request.POST)
        source, colleague = read_source(request.POST)
        sheet = week_sheet(request.membership, week)
        before = week_sheet(request.membership, week.previous)
        found = likened(seen, source, sheet=sheet, before=before, colleague=colleague)
        _refuse_nothing(found)
        seen = {entry: seen[entry] for entry in found.typed}
        outlooks = _outlooks(request, week, found)
        if _asks_first(outlooks):
            return _ask(request, sheet, found, outlooks)
        told = passed_over(found.passed)
        done = _fill(request, week, seen, found.typed, *told)
    except Refusal as refusal:
        return answer(request, week, seen, refusal=refusal)
    return answer(request, week, seen, done=done)


def _refuse_nothing(found: Likeness) -> None:
    if not found.typed:
        told = passed_over(found.passed)
        raise Refusal(" ".join([say("Er is niets om gelijk te maken."), *told]))


def _outlooks(request: ClientRequest, week: Week, found: Likeness) -> list[Outlook]:
    scope = entries_for(request.membership).in_week(week)
    return list(foresee(scope, found.typed).values())


def _asks_first(outlooks: list[Outlook]) -> bool:
    """Typed hours would go. What can't be at all is refused, and needs no question."""
    return not any(one.problem for one in outlooks) and any(
        one.is_overwriting and one.is_moved for one in outlooks
    )


def _ask(
    request: ClientRequest, sheet: WeekSheet, found: Likeness, outlooks: list[Outlook]
) -> HttpResponse:
    """The preview of what would be overwritten, with the versions it was drawn from."""
    moved = [one for one in outlooks if one.is_moved]
    context = {
        "lines": print_outlooks(sheet, moved),
        "count": len(moved),
        "more": max(0, len(moved) - SHOWN),
        "overwriting": sum(one.is_overwriting for one in moved),
        "same": len(outlooks) - len(moved),
        "passed": passed_over(found.passed),
        "filling": write_filling({one.id: one.version for one in moved}, found.typed),
    }
    return render(request, "portal/timesheets/_likening.html", context)


def _fill(
    request: ClientRequest,
    week: Week,
    seen: Seen,
    typed: dict[int, Typed],
    *told: str,
) -> Done:
    event = change_each(
        WeekScope.of(request.membership, week),
        seen,
        typed,
        by=request.user,
        at=timezone.now(),
    )
    if event is None:
        sentence = say("Niets gewijzigd: deze uren stonden er al.")
        return Done(" ".join([sentence, *told]), moves_totals=False)
    sentence = say_many(
        "%(count)s werkbriefje opgeslagen.",
        "%(count)s werkbriefjes opgeslagen.",
        len(seen),
    )
    return Done(" ".join([sentence, *told]), event.pk, moves_totals=False)
