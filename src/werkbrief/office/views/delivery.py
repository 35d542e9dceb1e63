"""Handing over approved hours: look first, then deliver, and see what became of it."""

import io
import zipfile

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from werkbrief.exchange.actions import export, retry
from werkbrief.exchange.models import Batch, Delivery
from werkbrief.exchange.reads import (
    Preview,
    cards_of_batch,
    drafts_of,
    preview_of,
    readiness,
    receivers_board,
)
from werkbrief.exchange.timecards.writing import file_stem, suffix
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.navigation import KEEPERS
from werkbrief.ui.answers import CONFLICT
from werkbrief.words.refusals import Refusal
from werkbrief.words.weeks import Week


@agency_page(*KEEPERS)
@require_safe
def delivery(request: AgencyRequest) -> HttpResponse:
    return page_of_week(request, asked_week(request))


@agency_page(*KEEPERS)
@require_POST
def batches(request: AgencyRequest, receiver: int) -> HttpResponse:
    """Look over what would go, or hand it over."""
    week = asked_week(request)
    chosen = get_object_or_404(
        request.agency.receivers.filter(archived_on=None), pk=receiver
    )
    if request.POST.get("daad") != "leveren":
        preview = preview_of(chosen, drafts_of(chosen, week))
        return page_of_week(request, week, preview=preview)
    try:
        batch = export(chosen, week, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return page_of_week(request, week, refusal=refusal)
    return redirect("office_delivery_batch", batch=batch.pk)


@agency_page(*KEEPERS)
@require_safe
def batch(request: AgencyRequest, batch: int) -> HttpResponse:
    found = _batch(request, batch)
    return render(
        request,
        "office/delivery/batch.html",
        {
            "batch": found,
            "week": Week.of(found.monday),
            "cards": cards_of_batch(found),
        },
    )


@agency_page(*KEEPERS)
@require_safe
def batch_file(request: AgencyRequest, batch: int) -> FileResponse:
    """All messages of a batch as they were frozen, in one archive."""
    found = _batch(request, batch)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        rows = found.deliveries.exclude(message="").select_related("timecard")
        for one in rows.order_by("pk").iterator(chunk_size=500):
            name = f"{file_stem(one)}.{suffix(found.receiver.form)}"
            archive.writestr(name, one.message)
    file.seek(0)
    week = Week.of(found.monday)
    return FileResponse(
        file, as_attachment=True, filename=f"urenstaten-{week}-{found.number}.zip"
    )


@agency_page(*KEEPERS)
@require_safe
def message(request: AgencyRequest, delivery: int) -> HttpResponse:
    """One message as it was frozen, to save: a browser must not run it."""
    one = get_object_or_404(_deliveries(request).exclude(message=""), pk=delivery)
    ending = suffix(one.batch.receiver.form)
    disposition = f'attachment; filename="{file_stem(one)}.{ending}"'
    return HttpResponse(
        one.message,
        content_type=f"application/{ending}; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )


@agency_page(*KEEPERS)
@require_POST
def attempts(request: AgencyRequest, delivery: int) -> HttpResponse:
    one = get_object_or_404(_deliveries(request), pk=delivery)
    retry(one, at=timezone.now())
    return redirect("office_delivery_batch", batch=one.batch_id)


def page_of_week(
    request: AgencyRequest,
    week: Week,
    *,
    preview: Preview | None = None,
    refusal: Refusal | None = None,
    status: int = CONFLICT,
) -> HttpResponse:
    return render(
        request,
        "office/delivery/page.html",
        {
            "week": week,
            "readiness": readiness(request.agency, week),
            "receivers": receivers_board(request.agency, week),
            "layouts": request.agency.layouts.order_by("name"),
            "preview": preview,
            "refusal": refusal,
        },
        status=status if refusal else 200,
    )


def asked_week(request: HttpRequest) -> Week:
    """The week of the address; without one (or with nonsense) last week."""
    try:
        return Week.parse(request.GET.get("week", ""))
    except ValueError:
        return Week.of(timezone.localdate()).previous


def _batch(request: AgencyRequest, pk: int) -> Batch:
    batches = Batch.objects.filter(receiver__agency=request.agency)
    return get_object_or_404(batches.select_related("receiver", "by"), pk=pk)


def _deliveries(request: AgencyRequest) -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        batch__receiver__agency=request.agency
    ).select_related("timecard", "batch__receiver")
