"""Every row says itself which agency's it is: filled in from what it belongs to."""

from django.db import migrations, models

TABLES = (
    ("timecard", "receiver_id", "exchange_receiver"),
    ("batch", "receiver_id", "exchange_receiver"),
    ("delivery", "batch_id", "exchange_batch"),
    ("webhookcall", "webhook_id", "exchange_webhook"),
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
    table = f"exchange_{model}"
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
    dependencies = [("exchange", "0006_supplied"), ("staffing", "0012_agency_key")]
    operations = [step for row in TABLES for step in steps(*row)]
