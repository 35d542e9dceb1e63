"""The addresses of colleagues' accounts."""

from django.urls import path

from werkbrief.portal.views import colleagues

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
    path("uitnodiging/<str:token>/", colleagues.invitation, name="invitation"),
]
