"""What in a migration would stop, or break, the version that is still running."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db.migrations import operations as ops
from django.db.models import Field, ManyToManyField
from django.db.models.fields import NOT_PROVIDED

GOES = (
    ops.RemoveField,
    ops.DeleteModel,
    ops.RenameField,
    ops.RenameModel,
    ops.AlterModelTable,
)
HOLDS = (ops.AddIndex, ops.AddConstraint, ops.AlterUniqueTogether)


def troubles(migration):
    """One sentence per operation that needs a second look; none is well."""
    fresh = {
        one.name.lower()
        for one in migration.operations
        if isinstance(one, ops.CreateModel)
    }
    return [
        f"{migration.app_label}.{migration.name}: {sentence}"
        for one in migration.operations
        if (sentence := _trouble(one, fresh))
    ]


def _trouble(one, fresh):
    model = getattr(one, "model_name", getattr(one, "name", "")).lower()
    why = ""
    if isinstance(one, GOES):
        why = "the running version still asks for it"
    elif model in fresh or isinstance(one, AddIndexConcurrently):
        why = ""
    elif isinstance(one, HOLDS):
        why = "nobody can write meanwhile"
    elif isinstance(one, ops.AddField) and _must_be_given(one.field):
        why = "the running version does not fill it in"
    elif isinstance(one, ops.AlterField) and _must_be_given(one.field):
        why = "every row is looked at, with the table locked"
    elif isinstance(one, ops.RunPython | ops.RunSQL) and not one.reversible:
        why = "there is no way back"
    return why and f"{one.describe()}: {why}"


def _must_be_given(field: Field) -> bool:
    if isinstance(field, ManyToManyField) or field.null:
        return False
    return field.db_default is NOT_PROVIDED
