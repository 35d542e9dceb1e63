"""The addresses of master data: clients and their parts, workers."""

from django.urls import URLPattern, path

from werkbrief.office.views import (
    client_agreements,
    client_parts,
    clients,
    hour_types,
    privacy,
    workers,
)

CLIENT = "opdrachtgevers/<slug:client>/"
PART = f"{CLIENT}indeling/<slug:kind>/"
WORKER = "medewerkers/<int:worker>/"
urlpatterns: list[URLPattern] = [
    path("opdrachtgevers/", clients.clients, name="office_clients"),
    path("opdrachtgevers/nieuw/", clients.opening, name="office_clients_new"),
    path(CLIENT, clients.page, name="office_clients_page"),
    path(f"{CLIENT}gegevens/", clients.facts, name="office_clients_facts"),
    path(f"{CLIENT}archief/", clients.shelf, name="office_clients_shelf"),
    path(f"{CLIENT}contactpersonen/", clients.contacts, name="office_clients_contacts"),
    path(f"{CLIENT}indeling/", client_parts.parts, name="office_clients_parts"),
    path(PART, client_parts.addition, name="office_clients_parts_add"),
    path(f"{PART}<int:part>/", client_parts.part, name="office_clients_part"),
    path(
        f"{PART}<int:part>/archief/",
        client_parts.part_shelf,
        name="office_clients_part_shelf",
    ),
    path(
        f"{CLIENT}cao/", client_agreements.agreements, name="office_clients_agreements"
    ),
    path(
        f"{CLIENT}cao/nieuw/",
        client_agreements.addition,
        name="office_clients_agreement_new",
    ),
    path(
        f"{CLIENT}cao/<int:agreement>/",
        client_agreements.agreement,
        name="office_clients_agreement",
    ),
    path(
        f"{CLIENT}cao/<int:agreement>/intrekking/",
        client_agreements.withdrawal,
        name="office_clients_agreement_end",
    ),
    path("uursoorten/", hour_types.hour_types, name="office_hour_types"),
    path("uursoorten/nieuw/", hour_types.addition, name="office_hour_types_new"),
    path(
        "uursoorten/<int:hour_type>/",
        hour_types.hour_type,
        name="office_hour_types_one",
    ),
    path(
        "uursoorten/<int:hour_type>/archief/",
        hour_types.shelf,
        name="office_hour_types_shelf",
    ),
    path("medewerkers/", workers.workers, name="office_workers"),
    path("medewerkers/nieuw/", workers.enrolment, name="office_workers_new"),
    path(WORKER, workers.page, name="office_workers_page"),
    path(f"{WORKER}gegevens/", workers.facts, name="office_workers_facts"),
    path(f"{WORKER}inzage/", privacy.insight, name="office_workers_insight"),
    path(f"{WORKER}wissing/", privacy.erasure, name="office_workers_erasure"),
    path(f"{WORKER}archief/", workers.shelf, name="office_workers_shelf"),
    path(f"{WORKER}plaatsingen/nieuw/", workers.placing, name="office_workers_placing"),
    path(
        f"{WORKER}plaatsingen/<int:assignment>/",
        workers.assignment,
        name="office_workers_assignment",
    ),
]
