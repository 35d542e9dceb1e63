"""The addresses of manual entries."""

from django.urls import include, path

from werkbrief.portal.views import manual

in_week = [
    path("werkbriefjes/handmatig/", manual.add, name="manual"),
    path(
        "werkbriefjes/handmatig/<int:manual>/intrekking/",
        manual.withdrawal,
        name="manual_withdrawal",
    ),
]
urlpatterns = [
    path("klanten/<slug:client>/weken/<week:week>/", include(in_week)),
]
