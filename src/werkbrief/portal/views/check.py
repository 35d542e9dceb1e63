"""Werkbriefjes controle: planned against approved (S6.1)."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from werkbrief.exchange.workbooks import check_workbook
from werkbrief.portal.access import ClientRequest, client_page
from werkbrief.portal.forms_timesheets import read_filters
from werkbrief.portal.printing import filter_choices
from werkbrief.portal.printing_check import print_check
from werkbrief.staffing.models import Right
from werkbrief.timesheets.reads import check_sheet, corrections_in_week, week_sheet
from werkbrief.ui.answers import XLSX
from werkbrief.words.weeks import Week

ONLY = "verschillen"


@client_page(Right.SEE_CHECK)
def start(request: ClientRequest) -> HttpResponse:
    """Last week: the one that was passed on."""
    last = Week.of(timezone.localdate()).previous
    return redirect("check", request.client.slug, last)


@client_page(Right.SEE_CHECK)
def week(request: ClientRequest, week: Week) -> HttpResponse:
    filters = read_filters(request.GET)
    only = request.GET.get("alleen") == ONLY
    sheet = week_sheet(request.membership, week, filters)
    check = check_sheet(sheet, only_deviating=only)
    base = reverse("timesheets", args=[request.client.slug, week])
    may_correct = request.membership.may(Right.APPROVE)
    context = {
        "week": week,
        "today": timezone.localdate(),
        "filters": filters,
        "only_deviating": only,
        "query": request.GET.urlencode(),
        "choices": filter_choices(sheet.places, filters),
        "check": check,
        "rows": print_check(check, base, may_correct=may_correct),
        "corrections": corrections_in_week(request.membership, week),
    }
    return render(request, "portal/check/week.html", context)


@client_page(Right.EXPORT)
def workbook(request: ClientRequest, week: Week) -> HttpResponse:
    """What is on screen, as a workbook."""
    if not request.membership.may(Right.SEE_CHECK):
        raise Http404
    sheet = week_sheet(request.membership, week, read_filters(request.GET))
    only = request.GET.get("alleen") == ONLY
    content = check_workbook(check_sheet(sheet, only_deviating=only))
    name = f"controle-{request.client.slug}-{week}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)
