"""The addresses of users and rights, and of the agency's settings."""

from django.urls import URLPattern, path

from werkbrief.office.views import (
    colleagues,
    deputies,
    people,
    privacy,
    reminders,
    searching,
    settings,
)

PERSON = "gebruikers/<int:membership>/"
COLLEAGUE = "gebruikers/bureau/<int:role>/"
urlpatterns: list[URLPattern] = [
    path("vervanging/", deputies.deputies, name="office_deputies"),
    path("vervanging/<int:deputy>/einde/", deputies.ending, name="office_deputies_end"),
    path(
        "opdrachtgevers/<slug:client>/herinneringen/",
        reminders.of_client,
        name="office_clients_reminders",
    ),
    path(
        "instellingen/herinneringen/",
        reminders.of_agency,
        name="office_settings_reminders",
    ),
    path("zoeken/", searching.search, name="office_search"),
    path("instellingen/", settings.settings, name="office_settings"),
    path("instellingen/bewaren/", privacy.retention, name="office_settings_retention"),
    path(
        "instellingen/bewaren/nu/",
        privacy.retention_round,
        name="office_settings_retention_round",
    ),
    path("gebruikers/", people.people, name="office_people"),
    path("gebruikers/nieuw/", people.admission, name="office_people_new"),
    path(PERSON, people.person, name="office_people_person"),
    path(
        f"{PERSON}inzage/",
        privacy.insight_of_person,
        name="office_people_insight",
    ),
    path(
        f"{PERSON}wissing/",
        privacy.erasure_of_person,
        name="office_people_erasure",
    ),
    path(f"{PERSON}einde/", people.farewell, name="office_people_end"),
    path(f"{PERSON}wachtwoord/", people.password, name="office_people_password"),
    path(f"{PERSON}sessies/", people.sessions, name="office_people_sessions"),
    path(
        "gebruikers/bureau/nieuw/", colleagues.employment, name="office_people_employ"
    ),
    path(COLLEAGUE, colleagues.colleague, name="office_people_role"),
    path(f"{COLLEAGUE}einde/", colleagues.dismissal, name="office_people_dismiss"),
]
