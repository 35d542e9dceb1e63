"""Many rows at once: numbered in their order, and refused like any other row."""

import pytest
from django.db import DatabaseError, transaction

from werkbrief.rows import insert, make
from werkbrief.staffing.models import Agency, Client, Department


@pytest.fixture
def anker(db):
    agency = Agency.objects.create(name="Kasdorp", slug="kasdorp")
    return Client.objects.create(agency=agency, name="Anker", slug="anker")


def test_what_is_made_knows_its_number_and_is_there(anker):
    agency = anker.agency
    made = [
        Department(agency=agency, client=anker, name=f"Kas {n}") for n in range(300)
    ]
    make(made)
    names = dict(Department.objects.values_list("pk", "name"))
    assert [names[one.pk] for one in made] == [f"Kas {n}" for n in range(300)]
    made[0].name = "Kas 0, oost"
    made[0].save()
    assert Department.objects.count() == 300
    make([])


@pytest.mark.postgresql
def test_a_text_that_is_too_long_is_refused_and_not_cut(anker):
    whose = (anker.agency_id, anker.pk)
    rows = [(*whose, "k" * 500, ""), (*whose, "kort", "")]
    with pytest.raises(DatabaseError, match="too long"), transaction.atomic():
        insert(Department, ("agency_id", "client_id", "name", "code"), rows)
