"""Handmatig werkbriefje toevoegen, and taking one back (S5.3)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_manual import chosen_days, read_slip
from werkbrief.staffing.models import JobFunction, Right
from werkbrief.timesheets import actions
from werkbrief.timesheets.models import ManualEntry
from werkbrief.timesheets.reads import manual_for, manual_in_week
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal
from werkbrief.words.tongues import say
from werkbrief.words.weeks import Week


@client_page(Right.ADD_MANUAL)
def add(request: ClientRequest, week: Week) -> HttpResponse:
    """The form, and under it what was passed on already; what was typed stays."""
    if request.method != "POST":
        return _page(request, week)
    try:
        slip = read_slip(request.POST, request.client, week)
        actions.add_manual(request.client, slip, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _page(request, week, refusal)
    told = say("%(who)s is doorgegeven; het bureau ziet het meteen.", who=slip.who)
    messages.success(request, told)
    return redirect("manual", request.client.slug, week)


@require_POST
@client_page(Right.ADD_MANUAL)
def withdrawal(request: ClientRequest, week: Week, manual: int) -> HttpResponse:
    """Taking it back twice is harmless: it is gone, and the list says so."""
    scope = manual_for(request.membership)
    try:
        actions.withdraw_manual(scope, manual, by=request.user, at=timezone.now())
    except ManualEntry.DoesNotExist:
        raise Http404 from None
    except Refusal as refusal:
        return _page(request, week, refusal)
    back = reverse("manual", args=[request.client.slug, week])
    return redirect(f"{back}#handmatig")


def _page(
    request: ClientRequest, week: Week, refusal: Refusal | None = None
) -> HttpResponse:
    today = timezone.localdate()
    functions = JobFunction.objects.filter(client=request.client).order_by("name")
    chosen = chosen_days(request.POST)
    context = {
        "week": week,
        "functions": functions,
        "days": [(day, str(day) in chosen, day > today) for day in week.days],
        "typed": request.POST,
        "refusal": refusal,
        "manual": manual_in_week(request.membership, week),
    }
    return render(
        request, "portal/manual/page.html", context, status=status_of(refusal)
    )
