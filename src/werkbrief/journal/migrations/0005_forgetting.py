"""One guarded door in the journal: text may become the mark of what was erased.

A line's number, thing, moment, doer and verb never change, nor does any number, truth
or key in it; a text may only lose pieces, each for the mark. See ADR 8.
"""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION journal_text_forgets(was text, now_is text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT was = now_is OR was LIKE replace(
    replace(replace(replace(now_is, '\', '\\'), '%', '\%'), '_', '\_'),
    '‹gewist›', '%')
$$;
CREATE FUNCTION journal_value_forgets(was jsonb, now_is jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF was IS NOT DISTINCT FROM now_is THEN RETURN true; END IF;
  IF was IS NULL OR now_is IS NULL OR jsonb_typeof(was) <> jsonb_typeof(now_is) THEN
    RETURN false;
  END IF;
  CASE jsonb_typeof(was)
  WHEN 'string' THEN
    RETURN journal_text_forgets(was #>> '{}', now_is #>> '{}');
  WHEN 'object' THEN
    RETURN NOT EXISTS (
      SELECT 1 FROM jsonb_each(was) a FULL JOIN jsonb_each(now_is) b USING (key)
      WHERE a.value IS NULL OR b.value IS NULL
        OR NOT journal_value_forgets(a.value, b.value));
  WHEN 'array' THEN
    RETURN NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(was) WITH ORDINALITY a(value, place)
      FULL JOIN jsonb_array_elements(now_is) WITH ORDINALITY b(value, place)
        USING (place)
      WHERE a.value IS NULL OR b.value IS NULL
        OR NOT journal_value_forgets(a.value, b.value));
  ELSE RETURN false;
  END CASE;
END;
$$;
CREATE FUNCTION journal_event_only_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'reason') IS DISTINCT FROM (to_jsonb(OLD) - 'reason')
     OR NOT journal_text_forgets(OLD.reason, NEW.reason) THEN
    RAISE EXCEPTION 'journal_is_written_once'
      USING HINT = 'Only text that is to be forgotten may become the mark.';
  END IF;
  RETURN NEW;
END;
$$;
CREATE FUNCTION journal_change_only_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'before' - 'after') IS DISTINCT FROM
     (to_jsonb(OLD) - 'before' - 'after')
     OR NOT journal_value_forgets(OLD.before, NEW.before)
     OR NOT journal_value_forgets(OLD.after, NEW.after) THEN
    RAISE EXCEPTION 'journal_is_written_once'
      USING HINT = 'Only text that is to be forgotten may become the mark.';
  END IF;
  RETURN NEW;
END;
$$;
CREATE OR REPLACE FUNCTION journal_is_written_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('werkbrief.forgetting', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'journal_is_written_once'
    USING HINT = 'The journal is written once: add a line that says what changed.';
END;
$$;
"""
CLOSED = """
CREATE OR REPLACE FUNCTION journal_is_written_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal_is_written_once'
    USING HINT = 'The journal is written once: add a line that says what changed.';
END;
$$;
"""
TABLES = ("event", "change")


def open_door(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        for table in TABLES:
            cursor.execute(
                f"CREATE TRIGGER journal_{table}_only_forgets BEFORE UPDATE "
                f"ON journal_{table} FOR EACH ROW "
                f"EXECUTE FUNCTION journal_{table}_only_forgets()"
            )


def close_door(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(CLOSED)
        for table in TABLES:
            name = f"journal_{table}_only_forgets"
            cursor.execute(f"DROP TRIGGER {name} ON journal_{table}")
            cursor.execute(f"DROP FUNCTION {name}()")
        cursor.execute("DROP FUNCTION journal_value_forgets(jsonb, jsonb)")
        cursor.execute("DROP FUNCTION journal_text_forgets(text, text)")


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_event_in_place_of")]
    operations = [migrations.RunPython(open_door, close_door)]
