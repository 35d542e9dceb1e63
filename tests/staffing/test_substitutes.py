"""A member of a client is replaced by a colleague for some days, no further (P1.9)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW, member, person
from werkbrief.journal.models import Change
from werkbrief.staffing.actions import Days, end_substitute, name_substitute
from werkbrief.staffing.models import Department, Right, Substitute
from werkbrief.staffing.reads import address_for, standing_in
from werkbrief.words.refusals import Refusal

TODAY = NOW.date()
WEEK = Days(TODAY, TODAY + timedelta(days=6))
SEE, JUDGE, MANAGE = Right.SEE_TIMESHEETS, Right.APPROVE, Right.MANAGE


@pytest.fixture
def bea(cast):
    return member(person("Bea Smit"), cast.anker, [SEE])


@pytest.fixture
def cor(cast):
    return member(person("Cor Vis"), cast.anker, [SEE])


def lent(substitute, on=TODAY):
    address = address_for(substitute, substitute.absent.client)
    return standing_in(substitute.stand_in.user, address, on)


def test_the_stand_in_has_what_the_absent_one_has_but_for_accounts(cast, bea):
    kas = Department.objects.create(client=cast.anker, name="Kas 1")
    absent = member(person("Ans Kok"), cast.anker, [SEE, JUDGE, MANAGE])
    absent.is_narrowed = True
    absent.save()
    absent.departments.add(kas)
    seen = lent(name_substitute(absent, bea, WEEK, absent, NOW))
    assert (seen.may(SEE), seen.may(JUDGE), seen.may(MANAGE)) == (True, True, False)
    assert list(seen.departments.all()) == [kas]
    bea.refresh_from_db()
    assert bea.rights == [SEE], "her own stay as they are"


def test_it_begins_and_ends_by_itself_on_the_local_calendar(cast, bea):
    substitute = name_substitute(cast.annas, bea, WEEK, cast.annas, NOW)
    for day, holds in ((-1, False), (0, True), (6, True), (7, False)):
        assert bool(lent(substitute, TODAY + timedelta(days=day))) is holds, day


def test_nobody_else_gets_in_by_that_address(cast, bea, cor):
    substitute = name_substitute(cast.annas, bea, WEEK, cast.annas, NOW)
    address = address_for(substitute, cast.anker)
    for user in (cor.user, cast.anna, cast.bram, cast.jet):
        assert standing_in(user, address, TODAY) is None
    elsewhere = address.replace("anker", "boot")
    assert standing_in(bea.user, elsewhere, TODAY) is None


@pytest.mark.parametrize(
    ("absent", "stand_in", "first", "last", "sentence"),
    [
        ("annas", "annas", 0, 6, "Niemand vervangt zichzelf"),
        ("annas", "bea", -1, 6, "Kies vandaag of later"),
        ("annas", "bea", 3, 2, "ligt voor de eerste"),
        ("annas", "bea", 0, 366, "hooguit een jaar"),
        ("annas", "brams", 0, 6, "hoort hier niet meer bij"),
        ("annas", "cor", 6, 9, "is Bea Smit al de vervanger"),
        ("cor", "annas", 6, 9, "Anna Anker is van .* zelf weg"),
        ("bea", "cor", 6, 9, "Bea Smit vervangt van .* zelf Anna Anker"),
    ],
)
def test_refusals_say_why_and_what_to_do(  # noqa: PLR0913, PLR0917  (a table)
    cast, bea, cor, absent, stand_in, first, last, sentence
):
    people = {"annas": cast.annas, "brams": cast.brams, "bea": bea, "cor": cor}
    if first:
        name_substitute(cast.annas, bea, WEEK, cast.annas, NOW)
    days = Days(TODAY + timedelta(days=first), TODAY + timedelta(days=last))
    there = Substitute.objects.count()
    with pytest.raises(Refusal, match=sentence):
        name_substitute(people[absent], people[stand_in], days, people[absent], NOW)
    assert Substitute.objects.count() == there


def test_a_chain_over_other_days_is_none(cast, bea, cor):
    name_substitute(cast.annas, bea, WEEK, cast.annas, NOW)
    later = Days(WEEK.last + timedelta(days=1), WEEK.last + timedelta(days=2))
    assert name_substitute(bea, cor, later, bea, NOW)


def test_a_manager_lends_nothing_that_they_have_not(cast, bea, cor):
    manager = member(person("Mia"), cast.anker, [MANAGE, SEE])
    with pytest.raises(Refusal, match="Anna Anker mag hier meer dan jij"):
        name_substitute(cast.annas, manager, WEEK, manager, NOW)
    assert name_substitute(bea, cor, WEEK, manager, NOW)


def test_today_is_the_day_in_amsterdam(cast, bea):
    """At half past midnight there it is still yesterday in UTC."""
    night = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    days = Days(date(2026, 11, 24), date(2026, 11, 24))
    substitute = name_substitute(cast.annas, bea, days, cast.annas, night)
    end_substitute(substitute, by=cast.anna, at=night)
    assert not Substitute.objects.exists(), "it held on no day before today"


def test_ending_is_written_down_once_and_leaves_what_was(cast, bea):
    substitute = name_substitute(cast.annas, bea, WEEK, cast.annas, NOW)
    thursday = NOW + timedelta(days=3)
    for _ in range(2):
        end_substitute(substitute, by=bea.user, at=thursday)
    assert lent(substitute, TODAY + timedelta(days=2))
    assert lent(substitute, TODAY + timedelta(days=3)) is None
    verbs = ["staffing.substitute_named", "staffing.substitute_ended"]
    told = Change.objects.filter(kind="staffing.substitute").order_by("pk")
    assert [change.event.verb for change in told] == verbs
    assert told[1].event.by == bea.user


def test_the_database_knows_no_self_and_no_days_the_wrong_way(cast, bea):
    for stand_in, last in ((cast.annas, TODAY), (bea, TODAY - timedelta(days=1))):
        with pytest.raises(IntegrityError), transaction.atomic():
            Substitute.objects.create(
                absent=cast.annas, stand_in=stand_in, starts_on=TODAY, ends_on=last
            )
