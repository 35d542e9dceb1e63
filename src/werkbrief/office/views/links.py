"""Personal links: who of the workers has one, give one, take it back (S6.9)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from werkbrief.accounts.models import Language
from werkbrief.notices.actions import send_link
from werkbrief.notices.reads import portal_address
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_links import read_gift
from werkbrief.office.navigation import PLANNERS
from werkbrief.staffing.actions import give_link, revoke_link
from werkbrief.staffing.models import (
    PersonalLink,
    Worker,
)
from werkbrief.staffing.reads import workers_and_links
from werkbrief.ui.answers import UNREADABLE
from werkbrief.words.refusals import Refusal

SHOWN = 50


@require_safe
@agency_page(*PLANNERS)
def links(request: AgencyRequest) -> HttpResponse:
    """Found by name or payroll number; who has a link stands on top."""
    return _page(request, request.GET.get("zoek", "").strip())


@require_POST
@agency_page(*PLANNERS)
def gift(request: AgencyRequest, worker: int) -> HttpResponse:
    """A new link; with an address it is mailed too. The old one ends."""
    found = get_object_or_404(Worker, agency=request.agency, pk=worker)
    now = timezone.now()
    try:
        language, email = read_gift(request.POST)
    except Refusal as refusal:
        return _page(request, found.payroll_number, refusal, found.pk)
    link = give_link(found, language, email=email, by=request.user, at=now)
    if email:
        send_link(link, at=now)
        messages.success(request, f"De link van {found.name} is onderweg per mail.")
    else:
        messages.success(request, f"{found.name} heeft een link; geef die door.")
    return _back(request, found)


@require_POST
@agency_page(*PLANNERS)
def withdrawal(request: AgencyRequest, worker: int) -> HttpResponse:
    """The address opens nothing from now on; twice is harmless."""
    found = get_object_or_404(Worker, agency=request.agency, pk=worker)
    for link in PersonalLink.objects.filter(worker=found, revoked_at=None):
        revoke_link(link, by=request.user, at=timezone.now())
    messages.success(request, f"De link van {found.name} is ingetrokken.")
    return _back(request, found)


def _back(request: AgencyRequest, worker: Worker) -> HttpResponse:
    """To where one came from: the worker's page, or the list of links."""
    if request.POST.get("terug") == "medewerker":
        return redirect("office_workers_page", worker.pk)
    address = redirect("office_links")
    address["Location"] += f"?{urlencode({'zoek': worker.payroll_number})}"
    return address


def _page(
    request: AgencyRequest, query: str, refusal: Refusal | None = None, refused: int = 0
) -> HttpResponse:
    found, more = workers_and_links(request.agency, query, most=SHOWN)
    rows = [
        (
            worker,
            link,
            portal_address("personal", link.token, of=request.agency) if link else "",
        )
        for worker, link in found
    ]
    context = {
        "rows": rows,
        "more": more,
        "query": query,
        "languages": Language.choices,
        "refusal": refusal,
        "refused": refused,
        "typed": request.POST,
    }
    status = UNREADABLE if refusal else 200
    return render(request, "office/links/page.html", context, status=status)
