"""The office gives a worker a link, mails it, and takes it back (P6.9)."""

import pytest
from django.utils import timezone

from tests.cast import placed
from werkbrief.notices.actions import post_due
from werkbrief.notices.models import Letter
from werkbrief.staffing.models import PersonalLink

LINKS = "/kantoor/links/"


@pytest.fixture
def jet(cast, signed_in):
    return signed_in(cast.jet)


@pytest.fixture
def worker(cast):
    return placed(cast.anker).worker


def test_a_worker_is_found_by_name_and_number_and_given_a_link(jet, worker, client):
    assert "Nog niemand heeft een link" in jet.get(LINKS).content.decode()
    for query in ("kowal", worker.payroll_number):
        assert "Kowalski, Anna" in jet.get(LINKS, {"zoek": query}).content.decode()
    page = jet.post(f"{LINKS}{worker.pk}/gift/", {"taal": "pl"}, follow=True)
    token = PersonalLink.objects.get().token
    assert f"/mijn/{token}/" in page.content.decode()
    assert client.get(f"/mijn/{token}/").status_code == 200


def test_with_an_address_it_is_mailed_in_the_workers_language(jet, worker, postbox):
    typed = {"taal": "pl", "email": "anna@example.org"}
    jet.post(f"{LINKS}{worker.pk}/gift/", typed)
    post_due(at=timezone.now())
    to, letter = postbox.next()
    assert to == ["anna@example.org"]
    assert letter["Subject"] == "Twoje zmiany i godziny"
    assert PersonalLink.objects.get().token in letter.get_body(("plain",)).get_content()


def test_a_wrong_address_gives_no_link_and_stays_in_the_field(jet, worker):
    page = jet.post(f"{LINKS}{worker.pk}/gift/", {"taal": "nl", "email": "anna@"})
    assert page.status_code == 422
    assert 'value="anna@"' in page.content.decode()
    assert not PersonalLink.objects.exists()
    assert not Letter.objects.exists()


def test_taken_back_it_opens_nothing_and_twice_is_harmless(jet, worker, client):
    jet.post(f"{LINKS}{worker.pk}/gift/", {"taal": "nl"})
    token = PersonalLink.objects.get().token
    for _ in range(2):
        assert jet.post(f"{LINKS}{worker.pk}/intrekking/").status_code == 302
    assert client.get(f"/mijn/{token}/").status_code == 404


def test_the_other_agencys_workers_are_not_there(cast, jet):
    other = placed(cast.duin, "Berg, Joris").worker
    assert "Berg" not in jet.get(LINKS, {"zoek": "berg"}).content.decode()
    assert jet.post(f"{LINKS}{other.pk}/gift/", {"taal": "nl"}).status_code == 404


@pytest.mark.parametrize("workers", [2, 45])
def test_the_list_takes_as_many_statements_for_any_number(
    cast, jet, workers, django_assert_max_num_queries
):
    for n in range(workers):
        placed(cast.anker, f"Groep{n}, X")
    with django_assert_max_num_queries(7):
        jet.get(LINKS, {"zoek": "groep"})
