"""Every change says itself which agency's it is: filled in from its event."""

from django.db import migrations, models

FILL = """
UPDATE journal_change SET agency_id = (
  SELECT agency_id FROM journal_event WHERE journal_event.id = journal_change.event_id)
"""


def fill(apps, schema_editor):
    """The lines are written once: their guard looks away for this one statement."""
    is_guarded = schema_editor.connection.vendor == "postgresql"
    if is_guarded:
        schema_editor.execute("ALTER TABLE journal_change DISABLE TRIGGER USER")
    schema_editor.execute(FILL)
    if is_guarded:
        schema_editor.execute("ALTER TABLE journal_change ENABLE TRIGGER USER")


class Migration(migrations.Migration):
    dependencies = [("journal", "0005_forgetting")]
    operations = [
        migrations.AddField(
            "change", "agency_id", models.BigIntegerField(null=True)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
