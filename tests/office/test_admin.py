"""The safety net behind the screens: master data at /beheer/, with a trace."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.cast import person
from werkbrief.journal.models import Event
from werkbrief.staffing.models import Agreement, Client


@pytest.fixture
def keeper(cast, signed_in):
    return signed_in(person("Beheerder", is_staff=True, is_superuser=True))


def test_every_list_opens(keeper):
    for model in admin.site._registry:
        address = reverse(
            f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        )
        assert keeper.get(address).status_code == 200, address


def test_what_is_kept_here_stands_in_the_journal(cast, keeper):
    keeper.post(
        reverse("admin:staffing_client_change", args=[cast.anker.pk]),
        {"agency": cast.agency.pk, "name": "Anker BV", "slug": "anker", "number": "7"},
    )
    assert Client.objects.get(slug="anker").name == "Anker BV"
    event = Event.objects.get(verb="staffing.kept")
    change = event.changes.get()
    assert (event.agency_id, event.by.name) == (cast.agency.pk, "Beheerder")
    assert (change.before["name"], change.after["name"]) == ("Anker", "Anker BV")


def test_an_agreement_can_be_made(cast, keeper):
    fields = {
        "client": cast.anker.pk,
        "pack": "glastuinbouw",
        "tags": "[]",
        "convention": "{}",
        "valid_from": "2026-01-01",
    }
    keeper.post(reverse("admin:staffing_agreement_add"), fields)
    assert Agreement.objects.get().client == cast.anker


def test_nothing_is_deleted_here(cast, keeper):
    address = reverse("admin:staffing_client_delete", args=[cast.anker.pk])
    assert keeper.post(address, {"post": "yes"}).status_code == 403


def test_the_journal_can_only_be_read(cast, keeper):
    assert keeper.get(reverse("admin:journal_event_add")).status_code == 403
