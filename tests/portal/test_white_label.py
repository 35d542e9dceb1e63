"""S0.6, S0.7, S6.10: an agency's own name, colours, phone number and door."""

import pytest
from django.urls import reverse

from tests.cast import WEEK, member
from werkbrief.notices.reads import portal_address
from werkbrief.staffing.models import Agency

PURPLE = "#7a1fa2"
PHONE = "0174 123456"


@pytest.fixture
def kasdorp(cast):
    cast.agency.brand_color = PURPLE
    cast.agency.save()
    return cast.agency


def test_the_colours_are_a_style_sheet_that_may_be_kept_for_ever(client, db):
    answer = client.get(reverse("brand", args=["7a1fa2"]))
    assert answer["Content-Type"] == "text/css"
    assert "immutable" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert "--brand: light-dark(#7a1fa2, " in answer.content.decode()


@pytest.mark.parametrize("color", ["7A1FA2", "7a1fa", "red", "7a1fa2;}"])
def test_only_a_colour_makes_a_style_sheet(client, db, color):
    assert client.get(f"/huisstijl/{color}.css").status_code == 404


def test_the_colours_are_found_without_a_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(reverse("brand", args=["123456"]))


@pytest.mark.parametrize(
    "address",
    [
        reverse("client_home", args=["anker"]),
        reverse("timesheets", args=["anker", WEEK]),
        reverse("clients"),
        reverse("own_password"),
        "/klanten/boot/",
        "/nergens/",
    ],
)
def test_every_page_of_a_member_carries_name_colours_and_phone(
    kasdorp, cast, signed_in, address
):
    text = signed_in(cast.anna).get(address).content.decode()
    assert "Kasdorp" in text
    assert "/huisstijl/7a1fa2.css" in text
    assert PHONE in text
    assert "Job Coach" in text


def test_with_one_agency_its_name_is_on_the_sign_in_page(client, kasdorp, cast):
    cast.duin.memberships.all().delete()
    cast.duin.delete()
    cast.other_agency.delete()
    text = client.get(reverse("account_login")).content.decode()
    assert "Kasdorp" in text
    assert PHONE in text


def test_with_more_agencies_a_stranger_sees_none_of_them(client, cast):
    text = client.get(reverse("account_login")).content.decode()
    assert "Kasdorp" not in text
    assert "Duinrand" not in text


def test_an_agencys_own_door_greets_in_its_name_also_next_time(client, kasdorp, cast):
    greeted = client.get("/inloggen/kasdorp/", follow=True)
    assert "Kasdorp" in greeted.content.decode()
    again = client.get(reverse("account_reset_password")).content.decode()
    assert PHONE in again
    assert "/huisstijl/7a1fa2.css" in again


def test_who_has_to_do_with_two_agencies_sees_the_right_one_at_each_client(
    cast, signed_in
):

    member(cast.anna, cast.duin)
    anna = signed_in(cast.anna)
    assert "Kasdorp" in anna.get("/klanten/anker/").content.decode()
    text = anna.get("/klanten/duin/").content.decode()
    assert "Duinrand" in text
    assert PHONE not in text


def test_a_colour_that_is_none_breaks_no_page(cast, signed_in):
    Agency.objects.update(brand_color="rood")
    assert signed_in(cast.anna).get("/klanten/anker/").status_code == 200


DUIN, KAS = "uren.duinrand.nl", "uren.kasdorp.nl"


@pytest.fixture
def two_houses(cast, settings):
    """Each agency at a host name of its own, on one installation."""
    settings.ALLOWED_HOSTS = [DUIN, KAS, "testserver"]
    for agency, host, color in (
        (cast.agency, KAS, PURPLE),
        (cast.other_agency, DUIN, "#0b4f6b"),
    ):
        Agency.objects.filter(pk=agency.pk).update(host=host, brand_color=color)
    return cast


def test_each_host_greets_in_the_name_and_colour_of_its_own_agency(client, two_houses):
    for host, own, other, color in (
        (KAS, "Kasdorp", "Duinrand", "7a1fa2"),
        (DUIN, "Duinrand", "Kasdorp", "0b4f6b"),
    ):
        text = client.get(reverse("account_login"), headers={"host": host}).content
        assert own in text.decode()
        assert other not in text.decode()
        assert f"/huisstijl/{color}.css" in text.decode()


def test_at_one_agencys_host_the_other_does_not_exist(two_houses, signed_in):
    cast = two_houses
    member(cast.anna, cast.duin)
    anna = signed_in(cast.anna)
    here, there = {"host": KAS}, {"host": DUIN}
    assert anna.get("/klanten/anker/", headers=here).status_code == 200
    assert anna.get("/klanten/anker/", headers=there).status_code == 404
    assert anna.get("/klanten/duin/", headers=here).status_code == 404
    assert "Duin" not in anna.get("/klanten/", headers=here).content.decode()
    assert anna.get("/klanten/anker/").status_code == 404


def test_the_office_of_an_agency_is_at_its_own_host_only(two_houses, signed_in):
    cast = two_houses
    jet = signed_in(cast.jet)
    office = reverse("office_clients")
    assert jet.get(office, headers={"host": KAS}).status_code == 200
    for host in (DUIN, "testserver"):
        assert jet.get(office, headers={"host": host}).status_code == 404


def test_whoever_has_no_host_is_not_found_at_anothers(two_houses, signed_in):
    cast = two_houses
    Agency.objects.filter(pk=cast.agency.pk).update(host="")
    anna = signed_in(cast.anna)
    assert anna.get("/klanten/anker/").status_code == 200
    assert anna.get("/klanten/anker/", headers={"host": DUIN}).status_code == 404


def test_a_mail_leads_to_the_agencys_own_host(two_houses, settings):
    settings.PORTAL_URL = "https://portaal.example.org"
    agency = Agency.objects.get(host=KAS)
    assert portal_address("office", of=agency) == f"https://{KAS}/kantoor/"
    agency.host = ""
    assert portal_address("office", of=agency) == f"{settings.PORTAL_URL}/kantoor/"
