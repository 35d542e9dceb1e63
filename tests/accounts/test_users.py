"""An account is a person, known by a name that is the same in any case (S1.1, S1.3)."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from tests.cast import PASSWORD, person
from werkbrief.accounts.actions import choose_own_password
from werkbrief.accounts.models import User
from werkbrief.config import settings as as_it_ships

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["anna@anker.nl", "Anna@Anker.NL", "ANNA@ANKER.NL"])
def test_the_user_name_may_be_an_address_in_any_case(rf, typed):
    """S1.1."""
    # D1.1
    anna = person("Anna Anker", username="Anna@Anker.nl")
    assert anna.username == "anna@anker.nl"
    assert authenticate(rf.get("/"), username=typed, password=PASSWORD) == anna


def test_two_people_never_share_a_name_in_another_case():
    person("Anna Anker")
    for write in (
        lambda: User.objects.create_user("ANNA", PASSWORD),
        lambda: User.objects.bulk_create([User(username="Anna", password="x")]),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def test_an_own_password_replaces_the_one_that_was_handed_out(rf):
    """S1.2."""
    anna = person("Anna Anker", has_own_password=False)
    choose_own_password(anna, "vier manden tomaat")
    assert User.objects.get(pk=anna.pk).has_own_password
    assert authenticate(rf.get("/"), username="anna", password=PASSWORD) is None
    assert authenticate(rf.get("/"), username="anna", password="vier manden tomaat")


def test_whoever_left_does_not_come_in(rf):
    person("Anna Anker", is_active=False)
    assert authenticate(rf.get("/"), username="anna", password=PASSWORD) is None


def test_passwords_are_kept_as_argon2():
    # P1.1
    anna = person("Anna Anker")
    assert anna.password.startswith("argon2")
    assert PASSWORD not in anna.password


def test_outside_the_tests_a_hash_is_as_slow_as_django_makes_it():
    # P1.1
    assert as_it_ships.PASSWORD_HASHERS == [
        "django.contrib.auth.hashers.Argon2PasswordHasher"
    ]


def test_a_person_is_called_by_name_or_else_by_user_name():
    anna = person("Anna Anker")
    assert (str(anna), anna.get_short_name()) == ("Anna Anker", "Anna Anker")
    assert str(User.objects.create_user("naamloos")) == "naamloos"
