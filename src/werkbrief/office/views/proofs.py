"""Proof of an entry, and a week as it stood at a moment (S8.8)."""

from datetime import datetime

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.proofs import Making, proof_of
from werkbrief.office.telling_words import WORDS
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads.moments import Hours, Standing, week_as_of
from werkbrief.ui.answers import UNREADABLE
from werkbrief.words.clock import clock, duration, instant, local
from werkbrief.words.weeks import Week


@agency_page()
@require_safe
def as_json(
    request: AgencyRequest, week: Week, client: str, entry: int
) -> HttpResponse:
    found = _entry(request, week, client, entry)
    document = proof_of(found, Making(request.user, timezone.now()))
    answer = JsonResponse(
        document, json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    answer["Content-Disposition"] = f'attachment; filename="werkbriefje-{entry}.json"'
    return answer


@agency_page()
@require_safe
def as_pdf(request: AgencyRequest, week: Week, client: str, entry: int) -> HttpResponse:
    # Fonts and paper take memory: only who asks for it pays.
    from werkbrief.office.proofs_pdf import print_proof  # noqa: PLC0415

    found = _entry(request, week, client, entry)
    now = timezone.now()
    paper = print_proof(proof_of(found, Making(request.user, now)), now)
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="werkbriefje-{entry}.pdf"'
    return answer


@agency_page()
@require_safe
def moment(request: AgencyRequest, week: Week, client: str) -> HttpResponse:
    """The week as it stood; without a moment, as it stands now."""
    found = client_of(request, client)
    now = timezone.now()
    typed = request.GET.get("moment", "").strip()
    at = _read(typed) if typed else now
    rows = [_row(one) for one in week_as_of(found, week, at or now)]
    context = {
        "week": week,
        "client": found,
        "rows": rows,
        "typed": f"{local(instant(at or now)):%Y-%m-%dT%H:%M}",
        "told": local(instant(at or now)),
        "is_unreadable": at is None,
    }
    status = UNREADABLE if at is None else 200
    return render(request, "office/weeks/moment.html", context, status=status)


def _read(typed: str) -> datetime | None:
    """A local date and time; None for what is none."""
    try:
        found = parse_datetime(typed)
    except ValueError:
        return None
    if found is None or timezone.is_aware(found):
        return None
    return timezone.make_aware(found)


def _row(one: Standing) -> dict[str, object]:
    return {
        "worker": one.worker,
        "number": one.number,
        "function": one.function,
        "day": one.day,
        "hours": _told(one.hours),
        "total": duration(one.hours.worked_minutes),
        "planned": one.planned and _told(one.planned),
        "state": _state(one),
        "entry": one.entry,
    }


def _state(one: Standing) -> str:
    if one.verdict:
        why = WORDS.get(one.reason, one.reason)
        return f"{WORDS.get(one.verdict, one.verdict)}" + (f" ({why})" if why else "")
    return "gewijzigd" if one.is_touched else "open"


def _told(hours: Hours) -> str:
    return f"{clock(hours.start)}–{clock(hours.end)} / {hours.break_minutes}"


def _entry(request: AgencyRequest, week: Week, client: str, entry: int) -> TimeEntry:
    entries = TimeEntry.objects.filter(client=client_of(request, client)).in_week(week)
    related = ("worker", "client__agency", "assignment__job_function", "decision")
    return get_object_or_404(entries.select_related(*related), pk=entry)
