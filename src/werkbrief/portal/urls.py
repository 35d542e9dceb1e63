"""The addresses of the client's screens."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from werkbrief.portal.views import (
    account,
    brand,
    filters,
    home,
    signing_in,
    substitutes,
    workers,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("klanten/", home.clients, name="clients"),
    path("klanten/<slug:client>/", home.client_home, name="client_home"),
    path("inloggen/<slug:agency>/", signing_in.door, name="door"),
    re_path(r"^huisstijl/(?P<color>[0-9a-f]{6})\.css$", brand.brand, name="brand"),
    re_path(r"^huisstijl/logo/(?P<digest>[0-9a-f]{16})$", brand.logo, name="logo"),
    path("account/", account.account, name="account"),
    path("account/vervanging/", substitutes.own, name="own_substitutes"),
    path(
        "account/vervanging/<int:substitute>/einde/",
        substitutes.own_end,
        name="own_substitute_end",
    ),
    path("account/sessies/", account.sessions, name="sessions"),
    path("wachtwoord/kiezen/", signing_in.own_password, name="own_password"),
    path("", include("werkbrief.portal.urls_colleagues")),
    path("klanten/<slug:client>/filters/", filters.kept, name="kept_filters"),
    path(
        "klanten/<slug:client>/filters/opruiming/",
        filters.dropped,
        name="dropped_filters",
    ),
    path("klanten/<slug:client>/werknemers/", workers.workers, name="workers"),
    path("", include("werkbrief.portal.urls_planning")),
    path("", include("werkbrief.portal.urls_timesheets")),
    path("", include("werkbrief.portal.urls_check")),
    path("", include("werkbrief.portal.urls_manual")),
]
