"""Files as agencies make them, and looking at the whole database."""

import io
from datetime import date, timedelta
from itertools import chain

import xlsxwriter
from django.apps import apps
from django.db import connection

HEADER = (
    "Opdrachtgever",
    "Afdeling",
    "Functie",
    "Loonnummer",
    "Naam",
    "Datum",
    "Start",
    "Eind",
    "Pauze",
)
ANNA = ("Anker", "Inpak", "Inpakker", "00234", "Kowalski, Anna")


def csv(*rows, header=HEADER, separator=";"):
    """A CSV as Excel saves it in the Netherlands."""
    lines = [separator.join(map(str, row)) for row in (header, *rows)]
    return "\r\n".join(lines).encode()


def workbook(*rows, header=HEADER):
    """A workbook; times and dates get the cells that Excel would give them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd-mm-yyyy"}) as book:
        sheet = book.add_worksheet("Planning")
        for place, row in enumerate((header, *rows)):
            sheet.write_row(place, 0, row)
    return file.getvalue()


def shift(day, start="7:00", end="15:30", pause="30", who=ANNA):
    return (*who, day, start, end, pause)


def many(number, start=date(2026, 11, 16)):
    """Lines of as many workers, one each day of a week."""
    return [
        shift(
            start + timedelta(days=day),
            who=("Anker", f"Hal {n % 7}", "Inpakker", f"{n:05}", f"Achternaam{n:05}"),
        )
        for n in range(number)
        for day in range(5)
    ]


def everything():
    """Every row of every table that a deed can reach, as text."""
    return [
        (model._meta.label, tuple(map(str, row)))
        for model in apps.get_models()
        if model._meta.db_table in connection.introspection.table_names()
        for row in model._base_manager.order_by("pk").values_list()
    ]


def whole_database():
    """All text and numbers of all tables, to look for what must not be there."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")
            found += [str(value) for value in chain.from_iterable(cursor.fetchall())]
    return "\n".join(found)
