"""Where somebody of the agency lands."""

from django.http import HttpResponse
from django.shortcuts import redirect

from werkbrief.office.access import AgencyRequest, agency_page


@agency_page()
def home(_request: AgencyRequest) -> HttpResponse:
    return redirect("office_import")
