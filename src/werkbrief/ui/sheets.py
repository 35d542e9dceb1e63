"""Printing big sheets: Jinja templates rendered by minijinja.

1,000 workers x 7 days took Django's templates 297 ms and minijinja 11 ms
(docs/adr/0003); everything smaller stays with Django's.

`say` and `say_many` translate there: a call of Python each, so not in every cell.
"""

from functools import cache
from pathlib import Path

from minijinja import Environment

from werkbrief.words.clock import duration
from werkbrief.words.tongues import say, say_many

ROOFS = Path(__file__).parents[1]


@cache
def _environment() -> Environment:
    environment = Environment(loader=_source, auto_escape_callback=lambda _name: True)
    environment.add_filter("duration", duration)
    environment.add_global("say", say)
    environment.add_global("say_many", say_many)
    return environment


def _source(name: str) -> str:
    roof, _, rest = name.partition("/")
    return (ROOFS / roof / "templates" / roof / rest).read_text()


def print_sheet(name: str, **context: object) -> str:
    """`name` is "portal/timesheets/_rows.html"; text is escaped as HTML."""
    return _environment().render_template(name, **context)
