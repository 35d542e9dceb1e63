"""Every address of the house."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern
from django.views.i18n import set_language

from werkbrief.config.health import health, metrics, ready
from werkbrief.config.resting import RestingResolver

# Read when the first machine calls: fourteen megabytes that no screen needs.
API = RestingResolver(
    RoutePattern("api/v1/"), "werkbrief.api.urls", app_name="ninja", namespace="api"
)
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("werkbrief.config.signing_in_urls")),
    path("taal/", set_language, name="language"),
    path("", include("werkbrief.config.second_factor_urls")),
    path("", include("werkbrief.portal.urls")),
    path("", include("werkbrief.personal.urls")),
    path("kantoor/", include("werkbrief.office.urls")),
    path("kantoor/", include("werkbrief.office.urls_delivery")),
    path("kantoor/", include("werkbrief.office.urls_planning")),
    path("kantoor/", include("werkbrief.office.urls_people")),
    path("kantoor/", include("werkbrief.office.urls_records")),
    API,
    path("gezond/", health, name="health"),
    path("klaar/", ready, name="ready"),
    path("metingen/", metrics, name="metrics"),
    path("beheer/", admin.site.urls),
]
handler404 = "werkbrief.config.preferences.not_found"
handler500 = "werkbrief.portal.views.mishaps.broken"
