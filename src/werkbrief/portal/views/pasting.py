"""Pasting from Excel: the preview that stores nothing, and storing what it showed."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_filling import read_pasting, read_spot, write_filling
from werkbrief.portal.forms_timesheets import read_filters
from werkbrief.portal.printing_filling import SHOWN, print_outlooks
from werkbrief.staffing.models import Right
from werkbrief.timesheets.actions import Outlook, foresee
from werkbrief.timesheets.reads import WeekSheet, entries_for, week_sheet
from werkbrief.timesheets.reads.pasting import Laid, Spot, lay_out
from werkbrief.ui.answers import UNREADABLE
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@require_POST
@client_page(Right.CHANGE)
def preview(request: ClientRequest, week: Week) -> HttpResponse:
    """What a pasted block would change, and of each bad cell why and what to do."""
    sheet = week_sheet(request.membership, week, read_filters(request.GET))
    row, day = read_spot(request.POST)
    context: dict[str, object] = {
        "week": week,
        "text": request.POST.get("tekst", ""),
        "row": "" if row is None else row,
        "day": day,
    }
    try:
        block = read_pasting(request.POST)
        laid = lay_out(block, sheet, row=row, day=day)
    except Refusal as refusal:
        context["refusal"] = refusal
        return render(
            request, "portal/timesheets/_pasting.html", context, status=UNREADABLE
        )
    scope = entries_for(request.membership).in_week(week)
    outlooks = foresee(scope, laid.typed)
    if request.POST.get("laat") != "fout":
        context |= _bad(laid, outlooks, sheet)
    context |= _good(laid, outlooks, sheet)
    # A mended cell comes back as it was mended.
    context["text"] = _written(block)
    return render(request, "portal/timesheets/_pasting.html", context)


def _bad(
    laid: Laid, outlooks: dict[int, Outlook], sheet: WeekSheet
) -> dict[str, object]:
    bad = [spot for spot in laid.spots if _judge(spot, outlooks)]
    shown = [
        (spot, None if spot.day is None else sheet.week.days[spot.day])
        for spot in bad[:SHOWN]
    ]
    return {"bad": shown, "bad_count": len(bad), "more_bad": len(bad) - len(shown)}


def _judge(spot: Spot, outlooks: dict[int, Outlook]) -> str:
    """What is wrong here; the law of the clock comes after the reading."""
    if not spot.problem:
        problems = (outlooks[cell.id].problem for cell, _typed in spot.lands)
        why = next(filter(None, problems), "")
        spot.problem = why[:1].upper() + why[1:]
    return spot.problem


def _good(
    laid: Laid, outlooks: dict[int, Outlook], sheet: WeekSheet
) -> dict[str, object]:
    fine = [one for one in outlooks.values() if not one.problem]
    moved = [one for one in fine if one.is_moved]
    return {
        "lines": print_outlooks(sheet, moved),
        "count": len(moved),
        "more": max(0, len(moved) - SHOWN),
        "overwriting": sum(one.is_overwriting for one in moved),
        "same": laid.same + len(fine) - len(moved),
        "filling": write_filling({one.id: one.version for one in moved}, laid.typed),
    }


def _written(block: Sequence[Sequence[str]]) -> str:
    """The block as a clipboard has it; a line break in a cell is quoted."""
    return "\r\n".join("\t".join(map(_quoted, line)) for line in block)


def _quoted(text: str) -> str:
    plain = not {'"', "\n", "\t"} & set(text)
    return text if plain else '"' + text.replace('"', '""') + '"'
