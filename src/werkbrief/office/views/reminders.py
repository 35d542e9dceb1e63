"""When and whom open hours are asked of: of one client, and of the whole agency."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from werkbrief.notices.actions import (
    moments_told,
    set_moments,
    set_reminders,
    told_of,
)
from werkbrief.notices.models import ReminderMoment, ReminderSetting
from werkbrief.notices.reads import moments_of
from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.days import DAYS
from werkbrief.office.forms_reminders import MomentsForm, RemindersForm
from werkbrief.office.views.clients import WRITES
from werkbrief.staffing.models import Client, Role
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.clock import wall
from werkbrief.words.refusals import Refusal


@agency_page()
@require_http_methods(WRITES)
def of_client(request: AgencyRequest, client: str) -> HttpResponse:
    found, status = client_of(request, client, archived=True), 200
    form = _client_form(request, found)
    if request.method == "POST":
        status = UNREADABLE
        if form.is_valid():
            seen, now = form.cleaned_data["gezien"], timezone.now()
            try:
                set_reminders(found, form.wish(), seen=seen, by=request.user, at=now)
            except Refusal as refusal:
                messages.error(request, refusal.sentence)
                form, status = _client_form(request, found, sent=False), CONFLICT
            else:
                messages.success(request, "Opgeslagen.")
                return redirect("office_clients_reminders", found.slug)
    usual = moments_of(request.agency)[None]
    context = {
        "client": found,
        "form": form,
        "usual": [f"{DAYS[one.weekday]} {wall(one.minutes)}" for one in usual],
        "tab": "reminders",
    }
    return render(request, "office/clients/reminders.html", context, status=status)


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(WRITES)
def of_agency(request: AgencyRequest) -> HttpResponse:
    """For every client that has no moments of its own."""
    form, status = _agency_form(request), 200
    if request.method == "POST":
        status = UNREADABLE
        if form.is_valid():
            seen, now = form.cleaned_data["gezien"], timezone.now()
            moments = form.moments()
            try:
                set_moments(request.agency, moments, seen=seen, by=request.user, at=now)
            except Refusal as refusal:
                messages.error(request, refusal.sentence)
                form, status = _agency_form(request, sent=False), CONFLICT
            else:
                messages.success(request, "Opgeslagen.")
                return redirect("office_settings_reminders")
    context = {"form": form}
    return render(request, "office/settings/reminders.html", context, status=status)


def _client_form(
    request: AgencyRequest, client: Client, *, sent: bool = True
) -> RemindersForm:
    held = ReminderSetting.objects.filter(client=client).first()
    setting = held or ReminderSetting(client=client)
    initial = {
        "by_itself": not setting.is_silent,
        "escalates": setting.escalates,
        "language": setting.language,
        "recipients": held.recipients.all() if held else (),
        "gezien": str(told_of(client)),
        **_filled(client.reminder_moments.all()),
    }
    return RemindersForm(client, _posted(request, sent=sent), initial=initial)


def _agency_form(request: AgencyRequest, *, sent: bool = True) -> MomentsForm:
    rows = request.agency.reminder_moments.filter(client=None)
    initial = {"gezien": moments_told(request.agency), **_filled(rows)}
    return MomentsForm(_posted(request, sent=sent), initial=initial)


def _posted(request: AgencyRequest, *, sent: bool):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return request.POST if request.method == "POST" and sent else None


def _filled(rows: "QuerySet[ReminderMoment]") -> dict[str, object]:
    found: dict[str, object] = {}
    for n, row in enumerate(rows.order_by("weekday", "minutes"), 1):
        found |= {f"dag_{n}": str(row.weekday), f"om_{n}": row.minutes}
    return found
