"""The database itself refuses a worker in two places at once.

PostgreSQL by an exclusion constraint (btree_gist), SQLite by two triggers.
"""

from django.db import migrations

TABLE = "timesheets_timeentry"
SQLITE_TRIGGER = """
CREATE TRIGGER timeentry_no_overlap_{when} BEFORE {event} ON timesheets_timeentry
WHEN NEW.is_occupying
BEGIN
  SELECT RAISE(ABORT, 'timeentry_no_overlap')
  WHERE EXISTS (
    SELECT 1 FROM timesheets_timeentry
    WHERE worker_id = NEW.worker_id AND id <> COALESCE(NEW.id, -1) AND is_occupying
      AND start > NEW.start - 1441 AND start < NEW."end" AND "end" > NEW.start
  );
END;
"""
EVENTS = {
    "insert": "INSERT",
    "update": 'UPDATE OF start, "end", worker_id, is_occupying',
}


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        schema_editor.execute(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT timeentry_no_overlap EXCLUDE USING "
            'gist (worker_id WITH =, int4range(start, "end") WITH &&) '
            "WHERE (is_occupying)"
        )
        return
    for when, event in EVENTS.items():
        schema_editor.execute(SQLITE_TRIGGER.format(when=when, event=event))


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT timeentry_no_overlap")
        return
    for when in EVENTS:
        schema_editor.execute(f"DROP TRIGGER timeentry_no_overlap_{when}")


class Migration(migrations.Migration):
    dependencies = [("timesheets", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
