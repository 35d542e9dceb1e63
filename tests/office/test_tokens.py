"""The administrator gives other systems a token, and takes it back."""

import re

import pytest
from django.test import Client as Browser
from django.urls import reverse

from tests.cast import person
from tests.exchange.files import whole_database
from werkbrief.exchange.models import ApiToken
from werkbrief.staffing.models import AgencyRole, Role

FILLED = {"name": "loonpakket", "scopes": ["entries", "pay"]}


@pytest.fixture
def chief(cast, signed_in):
    ans = person("Ans Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=ans, role=Role.ADMINISTRATOR)
    return signed_in(ans)


def secret_on(page):
    return re.search(r"wb_[\w-]{40,}", page.content.decode())


def calls(secret):
    return Browser().get(
        "/api/v1/clients", headers={"Authorization": f"Bearer {secret}"}
    )


def test_a_secret_is_on_screen_once_and_opens_the_door(chief):
    secret = secret_on(chief.post(reverse("office_tokens"), FILLED))[0]
    assert calls(secret).status_code == 200
    assert secret_on(chief.get(reverse("office_tokens"))) is None
    assert secret not in whole_database()
    assert ApiToken.objects.get().words == "werkbriefjes lezen, loonregels lezen"
    assert ApiToken.objects.get().acts_as.name == "Ans Kasdorp"


def test_a_token_may_be_for_some_clients_only(cast, chief):
    page = chief.post(reverse("office_tokens"), FILLED | {"clients": [cast.anker.pk]})
    slugs = [one["slug"] for one in calls(secret_on(page)[0]).json()["items"]]
    assert slugs == ["anker"]
    strange = chief.post(reverse("office_tokens"), FILLED | {"clients": [cast.duin.pk]})
    assert strange.status_code == 422


def test_a_token_is_renewed_and_revoked(chief):
    chief.post(reverse("office_tokens"), FILLED)
    old = ApiToken.objects.get()
    page = chief.post(reverse("office_tokens_rotate", args=[old.pk]))
    fresh = secret_on(page)[0]
    assert calls(fresh).status_code == 200
    new = ApiToken.objects.exclude(pk=old.pk).get()
    chief.post(reverse("office_tokens_revoke", args=[new.pk]))
    assert calls(fresh).status_code == 401


def test_a_token_without_a_right_is_refused(chief):
    answer = chief.post(reverse("office_tokens"), {"name": "niets"})
    assert (answer.status_code, "minstens één recht" in answer.content.decode()) == (
        422,
        True,
    )


def test_another_agencys_token_does_not_exist(cast, chief, signed_in):
    chief.post(reverse("office_tokens"), FILLED)
    mine = ApiToken.objects.get()
    dirk = person("Dirk Duinrand")
    AgencyRole.objects.create(
        agency=cast.other_agency, user=dirk, role=Role.ADMINISTRATOR
    )
    browser = signed_in(dirk)
    for name in ("office_tokens_rotate", "office_tokens_revoke"):
        assert browser.post(reverse(name, args=[mine.pk])).status_code == 404
    assert "loonpakket" not in browser.get(reverse("office_tokens")).content.decode()


def test_the_back_office_has_no_menu_item_for_it(cast, signed_in):
    kees = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=kees, role=Role.BACK_OFFICE)
    browser = signed_in(kees)
    assert browser.get(reverse("office_tokens")).status_code == 404
    page = browser.get(reverse("office_delivery")).content.decode()
    assert "Koppelingen" not in page
