"""What would another version or convention have paid: asked here, done behind it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from werkbrief.exchange.actions import COMPARISON, ask_comparison
from werkbrief.jobs.reads import latest
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_comparing import ComparisonForm
from werkbrief.office.navigation import KEEPERS
from werkbrief.ui.answers import UNREADABLE
from werkbrief.words.weeks import Week


@agency_page(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def comparisons(request: AgencyRequest) -> HttpResponse:
    """Four weeks back unless somebody wants others; earlier answers stand below."""
    now = timezone.now()
    last = Week.of(timezone.localdate(now)).previous
    form = ComparisonForm(
        request.agency,
        request.POST or None,
        initial={"van": last + -3, "tot": last, "wie": request.GET.get("wie")},
    )
    if form.is_valid():
        job = ask_comparison(request.agency, form.question, by=request.user, at=now)
        return redirect("office_jobs_job", job=job.pk)
    context = {"form": form, "jobs": latest(request.agency, [COMPARISON])}
    status = UNREADABLE if form.is_bound else 200
    return render(request, "office/comparing/page.html", context, status=status)
