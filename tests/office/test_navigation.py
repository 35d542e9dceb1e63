"""The office's menu: what a role may see, in groups, and where one is (S2.1)."""

import pytest
from django.urls import reverse

from tests.cast import WEEK
from werkbrief.office.navigation import SCREENS
from werkbrief.staffing.models import AgencyRole, Role
from werkbrief.ui.templatetags.icons import SHAPES


@pytest.fixture
def at_the_office(cast, signed_in):
    def sign_in(role):
        AgencyRole.objects.filter(user=cast.jet).update(role=role)
        return signed_in(cast.jet)

    return sign_in


@pytest.mark.parametrize("role", Role)
def test_every_screen_in_the_menu_opens_and_no_other_does(at_the_office, role):
    person = at_the_office(role)
    rooms = person.get(reverse("office_journal")).context["rooms"]
    shown = {item.href for group in rooms for item in group.items}
    for screen in SCREENS:
        address = reverse(screen.name)
        there = person.get(address, follow=True).status_code == 200
        assert there == (address in shown) == (role in screen.roles), screen.title


def test_the_menu_says_where_one_is_also_deep_inside(at_the_office):
    jet = at_the_office(Role.JOB_COACH)
    rooms = jet.get(reverse("office_week_client", args=[WEEK, "anker"])).context[
        "rooms"
    ]
    here = [item.title for group in rooms for item in group.items if item.is_current]
    assert here == ["Weekbord"]


def test_every_screen_has_an_icon_of_its_own():
    icons = [screen.icon for screen in SCREENS]
    assert len(set(icons)) == len(icons)
    assert set(icons) <= set(SHAPES)


def test_screens_of_a_group_stand_together():
    groups = [screen.group for screen in SCREENS]
    assert groups == sorted(groups, key=groups.index)
