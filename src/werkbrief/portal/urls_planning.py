"""The addresses of the Werkplanning screen; a verb is a noun that one creates."""

from django.urls import URLPattern, URLResolver, include, path

from werkbrief.portal.views import (
    planning,
    planning_calendar,
    planning_messages,
    planning_requests,
)

messages = [
    path("", planning_messages.messages, name="planning_messages"),
    path("nieuw/", planning_messages.new, name="planning_message"),
    path(
        "<int:message>/intrekking/",
        planning_messages.withdrawals,
        name="planning_message_withdrawal",
    ),
]
requests = [
    path("", planning_requests.requests, name="staff_requests"),
    path("nieuw/", planning_requests.new, name="staff_request"),
    path(
        "intrekkingen/",
        planning_requests.withdrawals,
        name="staff_request_withdrawal",
    ),
]
calendars = [
    path("", planning_calendar.calendars, name="calendars"),
    path(
        "<int:feed>/intrekking/",
        planning_calendar.withdrawals,
        name="calendar_withdrawal",
    ),
]
in_week: list[URLPattern | URLResolver] = [
    path("werkplanning/", planning.week, name="planning"),
    path("werkplanning/nieuws/", planning.news, name="planning_news"),
    path("werkplanning/meldingen/", include(messages)),
    path("werkplanning/aanvragen/", include(requests)),
    path("werkplanning/agenda/", include(calendars)),
]
urlpatterns = [
    path("agenda/<str:token>.ics", planning_calendar.feed, name="calendar"),
    path("klanten/<slug:client>/werkplanning/", planning.start, name="planning_start"),
    path("klanten/<slug:client>/weken/<week:week>/", include(in_week)),
]
