"""Looking for words in every text that the database holds."""

from django.db import connection


def tables_with(*words):
    """`table.column` of each that has one of these somewhere, whatever its case."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = connection.introspection.get_table_description(cursor, table)
            names = [column.name for column in columns]
            quote = connection.ops.quote_name
            asked = ", ".join(f"CAST({quote(name)} AS text)" for name in names)
            cursor.execute(f"SELECT {asked} FROM {quote(table)}")
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    text = _told(value).casefold()
                    if any(word.casefold() in text for word in words):
                        found.add(f"{table}.{name}")
    return found


def _told(value):
    if value is None:
        return ""
    # JSON on SQLite stands there as it was written: with \u0142 for ł.
    text = str(value)
    if "\\u" in text:
        text = text.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return text
