"""Workers: the list, the page of one, and where they are placed."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.accounts.models import Language
from werkbrief.notices.reads import portal_address
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_workers import AssignmentForm, PlaceForm, WorkerForm
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import form_page, kept, saved, shelved
from werkbrief.planning.models import Absence
from werkbrief.privacy.reads import erasure_shown
from werkbrief.staffing.models import (
    Assignment,
    Worker,
)
from werkbrief.staffing.reads import placements, workers_listed
from werkbrief.timesheets.actions import keep_placement
from werkbrief.timesheets.refusals import ShiftsBeyond

SHOWN = 100


@agency_page()
@require_safe
def workers(request: AgencyRequest) -> HttpResponse:
    """Found by any part of the name, or by number."""
    query, archived = request.GET.get("zoek", "").strip(), "archief" in request.GET
    found, more = workers_listed(
        request.agency,
        query,
        archived=archived,
        on=timezone.localdate(),
        most=SHOWN,
    )
    context = {"rows": found, "more": more, "query": query, "archived": archived}
    return render(request, "office/workers/list.html", context)


@agency_page()
@require_http_methods(WRITES)
def enrolment(request: AgencyRequest) -> HttpResponse:
    form = WorkerForm(request.POST or None, instance=Worker(agency=request.agency))
    if made := kept(request, form):
        page = reverse("office_workers_page", args=[made.pk])
        return saved(request, page, "Staat erbij. Kies nu waar de plaatsing is.")
    return form_page(request, form, "Nieuwe medewerker", reverse("office_workers"))


@agency_page()
@require_safe
def page(request: AgencyRequest, worker: int) -> HttpResponse:
    """Where somebody works and worked, when they are away, and their own link."""
    found, today = _worker(request, worker), timezone.localdate()
    link = found.personal_links.filter(revoked_at=None).first()
    away = Absence.objects.filter(worker=found).exclude(ends_on__lt=today)
    context = {
        "worker": found,
        "placements": [
            (one, one.is_running(today)) for one in placements(found.assignments.all())
        ],
        "absences": away.order_by("starts_on"),
        "link": link,
        "address": portal_address("personal", link.token, of=request.agency)
        if link
        else "",
        "languages": Language.choices,
        "insight_url": reverse("office_workers_insight", args=[found.pk]),
        "erasure_url": reverse("office_workers_erasure", args=[found.pk]),
        **erasure_shown(found),
        "form": PlaceForm(agency=request.agency),
    }
    return render(request, "office/workers/page.html", context)


@agency_page()
@require_http_methods(WRITES)
def facts(request: AgencyRequest, worker: int) -> HttpResponse:
    found = _worker(request, worker)
    back = reverse("office_workers_page", args=[found.pk])
    form = WorkerForm(request.POST or None, instance=found)
    if kept(request, form):
        return saved(request, back)
    shelf = reverse("office_workers_shelf", args=[found.pk])
    return form_page(request, form, "Gegevens van de medewerker", back, shelf=shelf)


@agency_page()
@require_POST
def shelf(request: AgencyRequest, worker: int) -> HttpResponse:
    found = _worker(request, worker)
    shelved(request, found, found.name)
    return redirect("office_workers_page", found.pk)


@agency_page()
@require_http_methods(WRITES)
def placing(request: AgencyRequest, worker: int) -> HttpResponse:
    """A new assignment; at which client stands behind the question mark."""
    found = _worker(request, worker)
    clients = request.agency.clients.filter(archived_on=None)
    client = get_object_or_404(clients, slug=request.GET.get("opdrachtgever", ""))
    held = Assignment(agency=request.agency, client=client, worker=found)
    return _assignment(request, held)


@agency_page()
@require_http_methods(WRITES)
def assignment(request: AgencyRequest, worker: int, assignment: int) -> HttpResponse:
    found = _worker(request, worker)
    rows = found.assignments.select_related("client", "worker")
    return _assignment(request, get_object_or_404(rows, pk=assignment))


def _assignment(request: AgencyRequest, held: Assignment) -> HttpResponse:
    back = reverse("office_workers_page", args=[held.worker_id])
    form = AssignmentForm(request.POST or None, instance=held)
    lapsing = form.lapsing
    keeping = partial(keep_placement, lapsing=lapsing)
    if kept(request, form, keeping=keeping):
        what = "1 dienst is" if lapsing == 1 else f"{lapsing} diensten zijn"
        return saved(request, back, f"Opgeslagen. {what} vervallen." if lapsing else "")
    if isinstance(form.refusal, ShiftsBeyond) and form.refusal.count:
        form.offer_lapsing(form.refusal.count)
    title = f"{held.worker.name} bij {held.client}"
    parts = reverse("office_clients_parts", args=[held.client.slug])
    return form_page(request, form, title, back, parts=parts)


def _worker(request: AgencyRequest, pk: int) -> Worker:
    return get_object_or_404(request.agency.workers.all(), pk=pk)
