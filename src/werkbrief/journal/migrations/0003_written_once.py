"""On PostgreSQL the database itself refuses to alter or take away what was written.

SQLite has one user, who can drop any trigger; there the application refuses.
"""

from django.db import migrations

TABLES = ("journal_event", "journal_change")
FUNCTION = """
CREATE FUNCTION journal_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal_is_written_once'
    USING HINT = 'The journal is written once: add a line that says what changed.';
END;
$$
"""
TRIGGER = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE OR DELETE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION journal_is_written_once()
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(FUNCTION)
    for table in TABLES:
        schema_editor.execute(TRIGGER.format(table=table))


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER {table}_written_once ON {table}")
    schema_editor.execute("DROP FUNCTION journal_is_written_once()")


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_recent_events")]
    operations = [migrations.RunPython(guard, unguard)]
