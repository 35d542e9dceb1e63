"""Every row says itself which agency's it is: filled in from what it belongs to."""

from django.db import migrations, models

TABLES = (
    ("lessonanswer", "assignment_id", "staffing_assignment"),
    ("manualday", "manual_id", "timesheets_manualentry"),
)


def key(**more):
    return models.ForeignKey(
        db_constraint=False,
        db_index=False,
        editable=False,
        on_delete=models.DO_NOTHING,
        related_name="+",
        to="staffing.agency",
        **more,
    )


def steps(model, column, above):
    """Add it empty, fill it in one statement, and from then on it is never empty."""
    table = f"timesheets_{model}"
    return [
        migrations.AddField(model, "agency", key(null=True)),
        migrations.RunSQL(
            f"UPDATE {table} SET agency_id = (SELECT agency_id FROM {above} "
            f"WHERE {above}.id = {table}.{column})",
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(model, "agency", key()),
    ]


class Migration(migrations.Migration):
    dependencies = [("timesheets", "0006_lessons"), ("staffing", "0012_agency_key")]
    operations = [step for row in TABLES for step in steps(*row)]
