"""Who gets what at every address of the house (S2.1).

The table stands in tests/access, a file per roof, a row per address. An address that
is not in it fails here.
"""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access import api, house, office, personal, portal
from tests.access.rows import OK, OWN, SIGN_IN, VISITORS, Row
from tests.access.stage import set_stage
from tests.cast import EVERY_RIGHT
from werkbrief.staffing.models import Right
from werkbrief.walls import EVERYWHERE

ROWS: list[Row] = [*house.ROWS, *api.ROWS, *portal.ROWS, *office.ROWS, *personal.ROWS]
BY_RIGHT = [row for row in ROWS if row.rights]
REDIRECT, NO_GET = 302, 405
PARTS = 8
# About oneself, or before anybody knows who it is: these belong to no agency.
OF_THE_HOUSE = {row.name for row in house.ROWS} | {
    *("account", "account_reset_password_from_key", "api:openapi-json", "brand"),
    *("clients", "home", "invitation", "own_password", "own_substitute_end"),
    *("own_substitutes", "sessions"),
}
DOORS = (reverse("account_login"), reverse("admin:login"))


def _label(row: Row) -> str:
    return f"{row.name}-{ROWS.index(row)}"


@pytest.fixture
def stage(cast):
    return set_stage(cast)


def test_every_address_of_the_house_stands_in_the_matrix():
    told = {row.name for row in ROWS}
    there = set(_addresses(get_resolver().url_patterns))
    assert there - told == set(), "give these a row in tests/access"
    assert told - there == set(), "these are no longer there"


def test_every_row_says_something_about_every_visitor():
    assert {len(row.answers) for row in ROWS} == {len(VISITORS)}


@pytest.mark.parametrize("part", range(PARTS))
def test_who_gets_what(stage, part):
    """Setting the stage takes longer than asking: a part of the rows on each.

    And whoever got in stayed within one agency from there on (werkbrief.walls).
    """
    wrong = {}
    for row in ROWS[part::PARTS]:
        browsers = {name: stage.browser(name) for name in VISITORS}
        got = {name: _ask(stage, browser, row) for name, browser in browsers.items()}
        want = {name: row.ok if a == OK else a for name, a in row.answers.items()}
        if got != want:
            wrong[_label(row)] = {
                n: (got[n], want[n]) for n in got if got[n] != want[n]
            }
        elif row.name not in OF_THE_HOUSE:
            let_in = {n for n, a in row.answers.items() if a == OK and got[n] != NO_GET}
            if astray := [n for n in let_in if browsers[n].stood == EVERYWHERE]:
                wrong[_label(row)] = f"{astray} see every agency's rows"
    assert wrong == {}, "(what they got, what they should)"


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_asks_for_its_rights_and_for_no_other(stage, part):
    members = {}

    def asked(row, *rights):
        if rights not in members:
            members[rights] = stage.member_with(*rights).cookies
        browser = Browser()
        browser.cookies = deepcopy(members[rights])
        return _ask(stage, browser, row)

    for row in BY_RIGHT[part::PARTS]:
        assert asked(row, *row.rights) == row.ok, _label(row)
        for right in row.rights:
            rest = [Right(other) for other in EVERY_RIGHT if other != right]
            assert asked(row, *rest) == 404, f"{_label(row)} without {right}"


def _addresses(patterns, prefix="") -> Iterator[str]:
    """The names of all addresses; the admin's as one."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver) and pattern.app_name == "admin":
            yield "admin:index"
        elif isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _addresses(pattern.url_patterns, prefix + space)
        else:
            assert isinstance(pattern, URLPattern)
            yield prefix + (pattern.name or f"nameless {pattern.pattern}")


def _ask(stage, browser, row):
    """The status, or where one is sent to; whatever it did is undone."""
    address = reverse(row.name, kwargs=_filled(stage, row.args))
    with transaction.atomic():
        if row.post is None:
            answer = browser.get(address)
        else:
            answer = browser.post(address, _filled(stage, row.post))
        transaction.set_rollback(True)
    browser.stood = getattr(answer.wsgi_request, "stood", EVERYWHERE)
    if answer.status_code != REDIRECT:
        return answer.status_code
    if answer["Location"].startswith(DOORS):
        return SIGN_IN
    return OWN if answer["Location"] == reverse("own_password") else REDIRECT


def _filled(stage, values):
    return {name: v(stage) if callable(v) else v for name, v in values.items()}
