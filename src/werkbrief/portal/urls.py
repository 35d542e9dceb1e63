"""The addresses of the client's screens."""

from django.urls import URLPattern, URLResolver, include, path

from werkbrief.portal.views import home, signing_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("klanten/", home.clients, name="clients"),
    path("klanten/<slug:client>/", home.client_home, name="client_home"),
    path("wachtwoord/kiezen/", signing_in.own_password, name="own_password"),
    path("", include("werkbrief.portal.urls_timesheets")),
]
