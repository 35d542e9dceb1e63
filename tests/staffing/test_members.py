"""Who may see what at which client (S1.3, S2.1)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.cast import WEEK, entry, member, placed
from werkbrief.staffing.models import Department, Right
from werkbrief.staffing.reads import memberships_of
from werkbrief.timesheets.reads import entries_for, progress_of, week_sheet


def test_one_person_serves_several_clients_by_name(cast):
    # D1.5
    member(cast.bram, cast.anker)
    clients = [membership.client.name for membership in memberships_of(cast.bram)]
    assert clients == ["Anker", "Boot"]


def test_a_client_has_several_people_each_with_own_rights(cast):
    only_seeing = member(cast.coco, cast.anker, [Right.SEE_TIMESHEETS])
    assert cast.anker.memberships.count() == 2
    assert only_seeing.may(Right.SEE_TIMESHEETS)
    assert not only_seeing.may(Right.APPROVE)
    assert cast.annas.may(Right.APPROVE)


def test_a_person_is_at_a_client_once(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        member(cast.anna, cast.anker)


def test_an_archived_client_is_gone_from_every_door(cast, signed_in):
    cast.anker.archived_on = date(2026, 1, 1)
    cast.anker.save()
    assert memberships_of(cast.anna) == []
    anna = signed_in(cast.anna)
    for address in (
        reverse("client_home", args=["anker"]),
        reverse("timesheets", args=["anker", WEEK]),
    ):
        assert anna.get(address).status_code == 404


@pytest.fixture
def narrow(cast):
    """Coco sees only Kas 1 of Anker."""
    inside = entry(placed(cast.anker, department="Kas 1"))
    entry(placed(cast.anker, department="Kas 2"))
    entry(placed(cast.anker))
    narrow = member(cast.coco, cast.anker)
    narrow.is_narrowed = True
    narrow.save()
    narrow.departments.add(inside.assignment.department)
    narrow.inside = inside
    return narrow


def test_a_narrowed_member_sees_only_the_own_departments(narrow):
    assert list(entries_for(narrow)) == [narrow.inside]
    assert [row.place[0] for row in week_sheet(narrow, WEEK).rows] == ["Kas 1"]
    assert progress_of(week_sheet(narrow, WEEK)).total == 1


def test_a_department_that_disappears_never_widens_what_is_seen(narrow):
    narrow.departments.clear()
    assert not entries_for(narrow).exists()
    assert list(week_sheet(narrow, WEEK).rows) == []


def test_narrowing_costs_no_statement(narrow, django_assert_num_queries):
    Department.objects.create(client=narrow.client, name="Kas 9")
    with django_assert_num_queries(1):
        list(entries_for(narrow))
