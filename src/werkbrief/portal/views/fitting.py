"""Keur goed wat klopt: the preview, and the warnings that keep an entry out of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from werkbrief.pay.reads import findings_of_week, to_judge
from werkbrief.planning.reads import waiting_messages
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_filters
from werkbrief.staffing.models import Client, Right
from werkbrief.timesheets.reads import fitting, week_sheet
from werkbrief.words.clock import instant
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week


@client_page(Right.APPROVE)
def preview(request: ClientRequest, week: Week) -> HttpResponse:
    """What would be approved of what is on screen, and why the rest would not."""
    sheet = week_sheet(request.membership, week, read_filters(request.GET))
    found = fitting(sheet, _reasons(request, week), now=instant(timezone.now()))
    context = {
        "week": week,
        "fitting": found,
        "gezien": ",".join(f"{pk}:{version}" for pk, version in found.seen.items()),
        "misfits": [(week.days[misfit.day], misfit) for misfit in found.misfits],
    }
    return render(request, "portal/timesheets/_fitting.html", context)


@client_page(Right.SEE_TIMESHEETS)
def warnings(request: ClientRequest, week: Week) -> HttpResponse:
    """The marks of the law for the cells on screen; drawn after the week itself."""
    found = _warnings(request.client, week)
    sheet = week_sheet(request.membership, week, read_filters(request.GET))
    shown = [(cell.id, found[cell.id]) for cell in sheet.cells if found.get(cell.id)]
    return render(request, "portal/timesheets/_warnings.html", {"warnings": shown})


def _reasons(request: ClientRequest, week: Week) -> Mapping[int, Sequence[str]]:
    entries = request.client.time_entries.in_week(week)
    reasons: dict[int, list[str]] = defaultdict(list)
    for pk, sentences in _warnings(request.client, week).items():
        reasons[pk] += sentences
    told = waiting_messages(request.client, week)
    on_shift = entries.filter(shift__in=list(told)).values_list("pk", "shift_id")
    for pk, shift in on_shift:
        reasons[pk].append(
            say("er wacht een melding op antwoord: %(told)s", told=told[shift])
        )
    return reasons


def _warnings(client: Client, week: Week) -> dict[int, list[str]]:
    """Entry id -> what the law says of it, and which line set by hand no longer fits.

    What can't be judged by the law warns nobody.
    """
    found = defaultdict[int, list[str]](list)
    for pk, told in findings_of_week(client, week).items():
        found[pk] += [one.sentence for one in told if one.is_judged]
    for pk, lines in to_judge(client, week).items():
        found[pk].append(say("Te beoordelen loonregel: %(lines)s.", lines=lines))
    return found
