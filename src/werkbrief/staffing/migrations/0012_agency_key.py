"""Every row says itself which agency's it is: filled in from what it belongs to."""

from django.db import migrations, models

TABLES = (
    ("site", "client_id", "staffing_client"),
    ("department", "client_id", "staffing_client"),
    ("crew", "client_id", "staffing_client"),
    ("jobfunction", "client_id", "staffing_client"),
    ("costcenter", "client_id", "staffing_client"),
    ("agreement", "client_id", "staffing_client"),
    ("contact", "client_id", "staffing_client"),
    ("membership", "client_id", "staffing_client"),
    ("substitute", "absent_id", "staffing_membership"),
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
    table = f"staffing_{model}"
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
    dependencies = [("staffing", "0011_substitute")]
    operations = [step for row in TABLES for step in steps(*row)]
