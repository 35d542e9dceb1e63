"""The addresses of the agency's screens."""

from django.urls import URLPattern, path

from werkbrief.office.views import corrections, home, importing

urlpatterns: list[URLPattern] = [
    path("", home.home, name="office"),
    path("correcties/", corrections.queue, name="office_corrections"),
    path(
        "correcties/<int:correction>/overname/",
        corrections.acceptance,
        name="office_corrections_accept",
    ),
    path(
        "correcties/<int:correction>/afwijzing/",
        corrections.refusal,
        name="office_corrections_decline",
    ),
    path(
        "bezwaren/<int:objection>/antwoord/",
        corrections.answer,
        name="office_corrections_answer",
    ),
    path("inlezen/", importing.arrivals, name="office_import"),
    path("inlezen/voorbeeld.xlsx", importing.example, name="office_import_example"),
]
