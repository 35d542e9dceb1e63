"""Every row of an agency says so itself: the schema can be kept apart and cut by it."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import BigIntegerField, F, ForeignKey

from tests.browser.greenhouse import make_a_mixed_week, open_greenhouse
from werkbrief import walls
from werkbrief.privacy.reads.places import way_to_agency
from werkbrief.staffing.models import AgencyKey

# Of the whole installation: who signs in may do so at several agencies.
OF_NOBODY = {"User", "Agency"}
# What the portal does for everybody at once, and a mail to who hires nowhere.
SOMETIMES_NOBODYS = {"Event", "Change", "Letter"}
MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("werkbrief.") and model.__name__ not in OF_NOBODY
]

MIGRATIONS = Path(walls.__file__).parent.glob("*/migrations/*.py")
WALLS = "".join(
    text for file in MIGRATIONS if "rows.policies" in (text := file.read_text())
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_table_of_an_agency_carries_its_key(model):
    key = next(f for f in model._meta.concrete_fields if f.column == "agency_id")
    assert isinstance(key, (BigIntegerField, ForeignKey))
    assert key.null is (model.__name__ in SOMETIMES_NOBODYS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_migration_builds_a_wall_around_every_table_of_an_agency(model):
    """On PostgreSQL; see rows.policies. That it stands: tests/test_walls.py."""
    assert f'"{model._meta.db_table}"' in WALLS


def test_the_key_is_that_of_what_the_row_belongs_to(db):
    """And it again of what that belongs to: up to the agency."""
    make_a_mixed_week(open_greenhouse())
    filled = 0
    for model in MODELS:
        key = next(f for f in model._meta.concrete_fields if f.column == "agency_id")
        if not isinstance(key, AgencyKey):
            continue
        above = model._meta.get_field(key.through).related_model
        way = f"{key.through}__{way_to_agency(above)}"
        rows = model._base_manager.all()
        assert not rows.exclude(agency_id=F(way)).exists(), model
        filled += rows.count()
    assert filled > 5
