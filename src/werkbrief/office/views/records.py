"""What every screen of master data does alike: a form kept, or refused at its field."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from werkbrief.office.access import AgencyRequest
from werkbrief.office.forms_records import RecordForm
from werkbrief.staffing.actions import add, archive, keep
from werkbrief.staffing.refusals import Overtaken
from werkbrief.ui.answers import CONFLICT, UNREADABLE
from werkbrief.words.refusals import Refusal

Adding = Callable[..., Model]


def kept(
    request: AgencyRequest,
    form: RecordForm[Any],
    *,
    adding: Adding = add,
    keeping: Adding = keep,
) -> Model | None:
    """The row as it is now; None when the form must be shown again, with reasons."""
    if request.method != "POST" or not form.is_valid():
        return None
    thing: Model = form.instance
    now = timezone.now()
    try:
        if thing.pk is None:
            return adding(thing, by=request.user, at=now)
        seen = form.cleaned_data["gezien"]
        return keeping(thing, form.values, seen=seen, by=request.user, at=now)
    except Overtaken as refusal:
        there = type(thing)._default_manager.get(pk=thing.pk)  # noqa: SLF001
        form.show_anew(there)
        form.there = [  # type: ignore[attr-defined]
            (form.fields[name].label or name, _shown(form, there, name))
            for name in form.kept
        ]
        form.add_error(None, refusal.sentence)
    except Refusal as refusal:
        form.refusal = refusal
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, refusal.sentence)
    return None


def shelved(request: AgencyRequest, thing: Model, name: str) -> None:
    """Into the archive, or back with `daad=terug`; tell how it went."""
    back = request.POST.get("daad") == "terug"
    on = None if back else timezone.localdate()
    try:
        archive(thing, by=request.user, at=timezone.now(), on=on)
    except Refusal as refusal:
        messages.error(request, f"{name} blijft staan. {refusal.sentence}")
    else:
        told = "is terug uit het archief" if back else "staat in het archief"
        messages.success(request, f"{name} {told}.")


def form_page(
    request: AgencyRequest, form: RecordForm[Any], title: str, back: str, **more: object
) -> HttpResponse:
    """One form on a page of its own; `back` is where one came from."""
    status = UNREADABLE if form.is_bound else 200
    if hasattr(form, "there"):
        status = CONFLICT
    context = {"form": form, "title": title, "back": back, **more}
    return render(request, "office/records/form.html", context, status=status)


def saved(request: AgencyRequest, back: str, told: str = "") -> HttpResponse:
    messages.success(request, told or "Opgeslagen.")
    return redirect(back)


def _shown(form: RecordForm[Any], there: Model, name: str) -> str:
    value = form.fields[name].prepare_value(getattr(there, name))
    choices = dict(getattr(form.fields[name].widget, "choices", ()))
    plain = isinstance(value, (int, str))
    return str(choices.get(value, value) if plain else value or "") or "leeg"
