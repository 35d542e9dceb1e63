"""One field finds clients, workers, users and the hours of a number (S7)."""

import pytest

from tests.cast import entry, placed

PAGE = "/kantoor/zoeken/"


@pytest.fixture
def jet(cast, signed_in):
    entry(placed(cast.anker, "Dąbrowski, Łukasz", "10234"))
    entry(placed(cast.duin, "Dąbrowska, Ola", "10234"))
    return signed_in(cast.jet)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ank", "/kantoor/opdrachtgevers/anker/"),
        ("lukasz", "/kantoor/medewerkers/"),
        ("anna anker", "/kantoor/gebruikers/"),
        ("10234", "/kantoor/weken/2026-W47/anker/werkbriefjes/"),
    ],
)
def test_each_sort_is_found_and_leads_to_its_page(jet, query, found):
    assert f'href="{found}' in jet.get(PAGE, {"zoek": query}).content.decode()


@pytest.mark.parametrize("query", ["duin", "dabrowska", "dina", "10234"])
def test_nothing_of_another_agency_is_found(cast, jet, query):
    main = jet.get(PAGE, {"zoek": query}).content.decode().split("<main")[1]
    assert "Dąbrowska" not in main
    assert "Dina" not in main
    assert "/duin/" not in main


def test_what_is_not_there_says_so(jet):
    told = "Een deel van de naam is genoeg"
    assert told in jet.get(PAGE, {"zoek": "xyz"}).content.decode()
    assert told not in jet.get(PAGE).content.decode()


@pytest.mark.parametrize("many", [2, 40])
def test_a_search_takes_as_many_statements_for_any_number(
    cast, jet, many, django_assert_max_num_queries
):
    for n in range(many):
        entry(placed(cast.anker, f"Groep{n}, X"))
    with django_assert_max_num_queries(11):
        jet.get(PAGE, {"zoek": "groep"})
