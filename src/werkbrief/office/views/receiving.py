"""Keeping receivers and payroll layouts, and the payroll file itself."""

import tempfile
from collections.abc import Iterator

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from werkbrief.exchange.actions import ask_payroll, keep_layout, keep_receiver
from werkbrief.exchange.models import Layout, Receiver, SheetForm
from werkbrief.exchange.payroll import USUAL, paid_lines, payroll_csv, payroll_workbook
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_delivery import LayoutForm, PeriodForm, ReceiverForm
from werkbrief.office.navigation import KEEPERS
from werkbrief.office.views.delivery import asked_week, page_of_week
from werkbrief.ui.answers import UNREADABLE, XLSX
from werkbrief.words.refusals import Refusal

LONG = 35


@agency_page(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def receiver(request: AgencyRequest, receiver: int | None = None) -> HttpResponse:
    """A new receiver, or one to change."""
    found = Receiver(agency=request.agency)
    if receiver is not None:
        found = get_object_or_404(request.agency.receivers.all(), pk=receiver)
    form = ReceiverForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save(commit=False)
        secret = form.cleaned_data["secret"]
        keep_receiver(found, secret=secret, by=request.user, at=timezone.now())
        return redirect("office_delivery")
    return _form(request, form, "Ontvanger")


@agency_page(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def layout(request: AgencyRequest, layout: int | None = None) -> HttpResponse:
    found = Layout(agency=request.agency)
    if layout is not None:
        found = get_object_or_404(request.agency.layouts.all(), pk=layout)
    form = LayoutForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save(commit=False)
        keep_layout(found, by=request.user, at=timezone.now())
        return redirect("office_delivery")
    return _form(request, form, "Indeling van het loonbestand")


@agency_page(*KEEPERS)
@require_safe
def payroll_file(request: AgencyRequest) -> HttpResponseBase:
    """The paid lines of a period, streamed; those of a long one are made as a job."""
    form = PeriodForm(request.GET)
    if not form.is_valid():
        told = (
            " ".join(map(str, form.non_field_errors()))
            or "Vul de eerste en de laatste dag in, als 16-11-2026."
        )
        week, refusal = asked_week(request), Refusal(told)
        return page_of_week(request, week, refusal=refusal, status=UNREADABLE)
    first, last = form.cleaned_data["van"], form.cleaned_data["tot"]
    wanted = request.GET.get("indeling", "")
    chosen = Layout(agency=request.agency, name="loonregels", columns=USUAL)
    if wanted:
        pk = int(wanted) if wanted.isdecimal() else 0
        chosen = get_object_or_404(request.agency.layouts.all(), pk=pk)
    if (last - first).days >= LONG:
        layout = chosen if wanted else None
        at = timezone.now()
        job = ask_payroll(request.agency, (first, last), layout, by=request.user, at=at)
        return redirect("office_jobs_job", job=job.pk)
    lines = paid_lines(request.agency, first, last)
    name = f"loonregels-{first}-{last}.{chosen.form}"
    if chosen.form == SheetForm.CSV:
        pieces: Iterator[str] = payroll_csv(lines, chosen)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        kind = "text/csv; charset=utf-8"
        return StreamingHttpResponse(pieces, content_type=kind, headers=headers)
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    payroll_workbook(lines, chosen, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _form(
    request: AgencyRequest, form: ReceiverForm | LayoutForm, title: str
) -> HttpResponse:
    status = UNREADABLE if form.is_bound else 200
    context = {"form": form, "title": title}
    return render(request, "office/delivery/form.html", context, status=status)
