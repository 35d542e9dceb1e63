"""What somebody may ask of their own data: all of it, or to be forgotten."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_privacy import RetentionForm
from werkbrief.office.navigation import KEEPERS
from werkbrief.office.views.clients import WRITES
from werkbrief.privacy.actions import (
    ask_closing,
    ask_erasure,
    ask_insight,
    ask_insight_of_account,
    ask_round,
    named_until,
    set_terms,
)
from werkbrief.privacy.models import Erasure, Retention
from werkbrief.privacy.reads import is_placed, kept_until, retention_of
from werkbrief.privacy.reads.due import due_today
from werkbrief.privacy.refusals import StillWorks, must_stay
from werkbrief.staffing.actions import end_access
from werkbrief.staffing.models import Membership, Role, Worker
from werkbrief.staffing.reads import met
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.refusals import Refusal


@agency_page(*KEEPERS)
@require_POST
def insight(request: AgencyRequest, worker: int) -> HttpResponse:
    """Articles 15 and 20: one file with everything, made behind the page."""
    found = _worker(request, worker)
    job = ask_insight(found, by=request.user, at=timezone.now())
    return redirect("office_jobs_job", job=job.pk)


@agency_page(*KEEPERS)
@require_http_methods(WRITES)
def erasure(request: AgencyRequest, worker: int) -> HttpResponse:
    """Article 17: first what goes now and what must stay, then the deed."""
    found, today = _worker(request, worker), timezone.localdate()
    until = kept_until(found)
    placed = is_placed(found, today)
    refused = StillWorks(found.name).sentence if placed else ""
    if request.method == "POST":
        try:
            made = ask_erasure(found, by=request.user, at=timezone.now())
        except Refusal as refusal:
            refused = refusal.sentence
        else:
            messages.success(request, _told(made))
            return redirect("office_workers_page", found.pk)
    context = {
        "name": found.name,
        "back": reverse("office_workers_page", args=[found.pk]),
        "stays": must_stay(until) if until and until >= today else "",
        "refused": refused,
        "gone": "Het e-mailadres bij links, de links zelf, en mails die erheen gingen.",
    }
    status = CONFLICT if refused and request.method == "POST" else 200
    return render(request, "office/privacy/erasure.html", context, status=status)


@agency_page(*KEEPERS)
@require_POST
def insight_of_person(request: AgencyRequest, membership: int) -> HttpResponse:
    held = _member(request, membership)
    now = timezone.now()
    job = ask_insight_of_account(
        held.user, held.who, request.agency, by=request.user, at=now
    )
    return redirect("office_jobs_job", job=job.pk)


@agency_page(*KEEPERS)
@require_http_methods(WRITES)
def erasure_of_person(request: AgencyRequest, membership: int) -> HttpResponse:
    """Ends the access here; the account itself goes where it opens nothing more."""
    held = _member(request, membership)
    until, today = named_until(held.user), timezone.localdate()
    if request.method == "POST":
        now, who, user = timezone.now(), held.who, held.user
        end_access(held, by=request.user, at=now)
        # If it opens something elsewhere: where, is nobody's business here.
        with suppress(Refusal):
            ask_closing(user, request.agency, by=request.user, at=now)
        messages.success(
            request, f"{who} komt er niet meer in. De rest gaat zodra het mag."
        )
        return redirect("office_people")
    context = {
        "name": held.who,
        "back": reverse("office_people_person", args=[held.pk]),
        "stays": must_stay(until) if until and until >= today else "",
        "gone": (
            "De toegang, en zodra het account nergens meer toegang geeft: wachtwoord, "
            "tweede stap, sessies en e-mailadres."
        ),
    }
    return render(request, "office/privacy/erasure.html", context)


@agency_page(Role.ADMINISTRATOR)
@require_http_methods(WRITES)
def retention(request: AgencyRequest) -> HttpResponse:
    """The terms, and what the next round would take away: nothing is touched yet."""
    status, sent = 200, request.method == "POST"
    form = RetentionForm(request.POST if sent else None, held=_held(request))
    if sent:
        status = UNREADABLE
        if form.is_valid():
            seen, now = form.cleaned_data.pop("gezien"), timezone.now()
            terms = form.cleaned_data
            try:
                set_terms(request.agency, terms, seen=seen, by=request.user, at=now)
            except Refusal as refusal:
                messages.error(request, refusal.sentence)
                form, status = RetentionForm(held=_held(request)), CONFLICT
            else:
                messages.success(request, "Opgeslagen.")
                return redirect("office_settings_retention")
    due = due_today(request.agency, timezone.now())
    context = {"form": form, "due": due, "any": any(one.count for one in due)}
    return render(request, "office/privacy/retention.html", context, status=status)


@agency_page(Role.ADMINISTRATOR)
@require_POST
def retention_round(request: AgencyRequest) -> HttpResponse:
    """Now, and not only tonight."""
    job = ask_round(request.agency, by=request.user, at=timezone.now())
    return redirect("office_jobs_job", job=job.pk)


def _told(made: Erasure) -> str:
    if made.kept_until:
        return f"Wat weg mag wordt nu gewist. {must_stay(made.kept_until)}"
    return "De naam wordt nu overal gewist; dat staat bij Taken."


def _held(request: AgencyRequest) -> Retention:
    return retention_of(request.agency)


def _worker(request: AgencyRequest, pk: int) -> Worker:
    return get_object_or_404(request.agency.workers.all(), pk=pk)


def _member(request: AgencyRequest, pk: int) -> Membership:
    ours = Membership.objects.filter(client__agency=request.agency)
    return get_object_or_404(met(ours.select_related("client")), pk=pk)
