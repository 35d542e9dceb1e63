"""The admin has no door of its own: it would be a way around the throttle."""

import pytest
from django.urls import reverse

from tests.cast import person

pytestmark = pytest.mark.django_db


def test_the_admin_sends_to_the_portals_own_sign_in(client):
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.resolver_match.url_name == "account_login"
    assert answer.context["redirect_field_value"] == reverse("admin:index")


def test_no_password_is_taken_at_the_admins_old_door(client):
    person("Staf", is_staff=True, is_superuser=True)
    post = {"username": "staf", "password": "zeven kisten paprika"}
    answer = client.post(reverse("admin:login"), post)
    assert answer["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_staff_get_in(signed_in):
    staff = person("Staf", is_staff=True, is_superuser=True)
    assert signed_in(staff).get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("page", ["index", "login", "auth_group_changelist"])
def test_whoever_is_no_staff_finds_no_admin(signed_in, page):
    anna = person("Anna")
    assert signed_in(anna).get(reverse(f"admin:{page}")).status_code == 404
