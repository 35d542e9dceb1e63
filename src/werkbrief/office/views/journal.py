"""The journal, searchable: who did what when, before and after."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from werkbrief.journal.reads import PAGE, search
from werkbrief.office.access import AgencyRequest, agency_page
from werkbrief.office.forms_journal import read_sought
from werkbrief.office.telling import tell_deed
from werkbrief.office.verbs import VERBS
from werkbrief.office.whom import things_of, whom
from werkbrief.staffing.models import fold

FIELDS = ("wie", "door", "daad", "van", "tot")


@agency_page()
@require_safe
def search_page(request: AgencyRequest) -> HttpResponse:
    """Newest first, fifty at a time; `wie` is a worker by name or payroll number."""
    asked = {name: request.GET.get(name, "") for name in FIELDS}
    subjects = None
    if worker := fold(asked["wie"].strip()):
        subjects = things_of(request.agency, worker)
    found = search(request.agency.pk, read_sought(request.GET), subjects)
    page = found[:PAGE]
    names = whom(request.agency, (line for deed in page for line in deed.happenings))
    context = {
        "asked": asked,
        "deeds": [tell_deed(deed, names) for deed in page],
        "verbs": sorted(VERBS.items(), key=lambda item: item[1]),
        "is_filtered": any(asked.values()),
        "older": urlencode(asked | {"voor": page[-1].id}) if len(found) > PAGE else "",
    }
    return render(request, "office/journal/page.html", context)
