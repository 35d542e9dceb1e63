"""How a client is divided: sites, departments, crews, functions, cost centres."""

from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from werkbrief.office.access import AgencyRequest, agency_page, client_of
from werkbrief.office.forms_records import (
    CostCenterForm,
    CrewForm,
    DepartmentForm,
    JobFunctionForm,
    RecordForm,
    SiteForm,
)
from werkbrief.office.views.clients import WRITES
from werkbrief.office.views.records import form_page, kept, saved, shelved
from werkbrief.staffing.models import Client
from werkbrief.staffing.reads import parts_of
from werkbrief.ui.answers import UNREADABLE


class Kind(NamedTuple):
    """One sort of part: in an address, above its list, and on its button."""

    slug: str
    plural: str
    one: str
    lead: str
    form: type[RecordForm[Any]]


KINDS = (
    Kind(
        "vestigingen",
        "Vestigingen",
        "vestiging",
        "Alleen nodig als er meer zijn; een afdeling hoort dan bij een vestiging.",
        SiteForm,
    ),
    Kind("afdelingen", "Afdelingen", "afdeling", "", DepartmentForm),
    Kind("ploegen", "Ploegen", "ploeg", "", CrewForm),
    Kind(
        "functies",
        "Functies",
        "functie",
        "Elke plaatsing heeft er een.",
        JobFunctionForm,
    ),
    Kind("kostenplaatsen", "Kostenplaatsen", "kostenplaats", "", CostCenterForm),
)
BY_SLUG = {kind.slug: kind for kind in KINDS}


@agency_page()
@require_safe
def parts(request: AgencyRequest, client: str) -> HttpResponse:
    return _page(request, client_of(request, client, archived=True))


@agency_page()
@require_POST
def addition(request: AgencyRequest, client: str, kind: str) -> HttpResponse:
    found, wanted = client_of(request, client, archived=True), _kind(kind)
    form = _form(wanted, found, request)
    if made := kept(request, form):
        back = reverse("office_clients_parts", args=[found.slug])
        return saved(request, f"{back}#{wanted.slug}", f"{made} staat erbij.")
    return _page(request, found, form)


@agency_page()
@require_http_methods(WRITES)
def part(request: AgencyRequest, client: str, kind: str, part: int) -> HttpResponse:
    """Its name and code; into the archive from here too."""
    found, wanted = client_of(request, client, archived=True), _kind(kind)
    thing = _part(wanted, found, part)
    form = wanted.form(request.POST or None, instance=thing)
    back = reverse("office_clients_parts", args=[found.slug]) + f"#{wanted.slug}"
    if kept(request, form):
        return saved(request, back)
    shelf = reverse("office_clients_part_shelf", args=[found.slug, wanted.slug, part])
    title = f"{wanted.one.capitalize()} bij {found}"
    return form_page(request, form, title, back, shelf=shelf)


@agency_page()
@require_POST
def part_shelf(
    request: AgencyRequest, client: str, kind: str, part: int
) -> HttpResponse:
    found, wanted = client_of(request, client, archived=True), _kind(kind)
    thing = _part(wanted, found, part)
    shelved(request, thing, str(thing))
    back = reverse("office_clients_parts", args=[found.slug])
    return redirect(f"{back}#{wanted.slug}")


def _kind(slug: str) -> Kind:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def _part(kind: Kind, client: Client, pk: int) -> Any:  # noqa: ANN401
    rows = kind.form._meta.model._default_manager  # noqa: SLF001
    return get_object_or_404(rows.select_related("client"), client=client, pk=pk)


def _form(
    kind: Kind, client: Client, request: AgencyRequest | None = None
) -> RecordForm[Any]:
    thing = kind.form._meta.model(client=client)  # noqa: SLF001
    data = request.POST if request else None
    return kind.form(data, instance=thing, auto_id=f"{kind.slug}-%s")


def _page(
    request: AgencyRequest, client: Client, sent: RecordForm[Any] | None = None
) -> HttpResponse:
    lists = parts_of(client, on=timezone.localdate())
    sections = [
        (
            kind,
            lines,
            sent if isinstance(sent, kind.form) else _form(kind, client),
            any(line.code for line in lines),
            any(line.site for line in lines),
        )
        for kind, (_, lines) in zip(KINDS, lists, strict=True)
    ]
    context = {"client": client, "sections": sections, "tab": "parts"}
    status = UNREADABLE if sent else 200
    return render(request, "office/clients/parts.html", context, status=status)
