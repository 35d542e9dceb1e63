"""The addresses of the agency's screens."""

from django.urls import URLPattern, path

from werkbrief.office.views import home, importing

urlpatterns: list[URLPattern] = [
    path("", home.home, name="office"),
    path("inlezen/", importing.arrivals, name="office_import"),
    path("inlezen/voorbeeld.xlsx", importing.example, name="office_import_example"),
]
