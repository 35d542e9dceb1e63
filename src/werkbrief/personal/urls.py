"""The addresses of a personal link."""

from django.urls import path

from werkbrief.personal.views import calendar, week

TOKEN = "mijn/<slug:token>/"  # noqa: S105  (the place of it in an address)
urlpatterns = [
    path(TOKEN, week.start, name="personal"),
    path(f"{TOKEN}weken/<week:week>/", week.week, name="personal_week"),
    path(f"{TOKEN}weken/<week:week>/bezwaren/", week.objections, name="objections"),
    path(f"{TOKEN}agenda.ics", calendar.feed, name="personal_calendar"),
]
