"""The addresses of colleagues' accounts."""

from django.urls import path

from werkbrief.portal.views import colleagues, substitutes

urlpatterns = [
    path("klanten/<slug:client>/collegas/", colleagues.colleagues, name="colleagues"),
    path(
        "klanten/<slug:client>/collegas/<int:colleague>/",
        colleagues.colleague,
        name="colleague",
    ),
    path(
        "klanten/<slug:client>/collegas/<int:colleague>/afscheid/",
        colleagues.farewell,
        name="farewell",
    ),
    path(
        "klanten/<slug:client>/collegas/<int:colleague>/vervanging/",
        substitutes.colleagues,
        name="colleague_substitutes",
    ),
    path(
        "klanten/<slug:client>/collegas/<int:colleague>/vervanging/"
        "<int:substitute>/einde/",
        substitutes.colleagues_end,
        name="colleague_substitute_end",
    ),
    path("uitnodiging/<str:token>/", colleagues.invitation, name="invitation"),
]
