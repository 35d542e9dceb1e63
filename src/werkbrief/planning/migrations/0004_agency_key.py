"""Every row says itself which agency's it is: filled in from what it belongs to."""

from django.db import migrations, models

TABLES = (
    ("baseschedule", "assignment_id", "staffing_assignment"),
    ("baseblock", "schedule_id", "planning_baseschedule"),
    ("calendarfeed", "membership_id", "staffing_membership"),
    ("orderanswer", "order_id", "planning_staffingorder"),
    ("messageanswer", "message_id", "planning_planningmessage"),
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
    table = f"planning_{model}"
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
    dependencies = [("planning", "0003_base_block_break_fits"), ("staffing", "0012_agency_key")]
    operations = [step for row in TABLES for step in steps(*row)]
