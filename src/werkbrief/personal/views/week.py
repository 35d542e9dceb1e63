"""A worker's week: the shifts, and the hours that were passed on."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from werkbrief.accounts.models import Language
from werkbrief.personal.access import PersonalRequest, personal_page
from werkbrief.personal.forms import read_objection
from werkbrief.planning.reads import own_shifts
from werkbrief.timesheets.actions import object_to
from werkbrief.timesheets.models import TimeEntry
from werkbrief.timesheets.reads import own_hours
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@personal_page
def start(request: PersonalRequest) -> HttpResponse:
    """The week of today; the address of a week can be kept."""
    return _week(request, Week.of(timezone.localdate()))


@personal_page
def week(request: PersonalRequest, week: Week) -> HttpResponse:
    return _week(request, week)


@require_POST
@personal_page
def objections(request: PersonalRequest, week: Week) -> HttpResponse:
    """'Klopt niet', in one sentence; it stays in the field when it is refused."""
    mine = TimeEntry.objects.filter(worker=request.worker).in_week(week).judged()
    try:
        entry, text = read_objection(request.POST)
        object_to(mine, entry, text, link=request.link, at=timezone.now())
    except TimeEntry.DoesNotExist:
        raise Http404 from None
    except Refusal as refusal:
        return _week(request, week, refusal)
    return redirect("personal_week", request.link.token, week)


def _week(
    request: PersonalRequest, week: Week, refusal: Refusal | None = None
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "agency": request.link.agency,
        "link": request.link,
        "week": week,
        "this_week": Week.of(today),
        "today": today,
        "shifts": own_shifts(request.worker, week),
        "hours": own_hours(request.worker, week),
        "languages": Language.choices,
        "language": get_language(),
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "personal/week.html", context, status=status_of(refusal))
