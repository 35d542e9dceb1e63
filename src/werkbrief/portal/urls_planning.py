"""The addresses of the Werkplanning screen."""

from django.urls import include, path

from werkbrief.portal.views import planning

in_week = [
    path("werkplanning/", planning.week, name="planning"),
]
urlpatterns = [
    path("klanten/<slug:client>/werkplanning/", planning.start, name="planning_start"),
    path("klanten/<slug:client>/weken/<week:week>/", include(in_week)),
]
