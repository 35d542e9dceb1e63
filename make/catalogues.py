"""The words in English and Polish: `python -m make.catalogues` after changing a text.

Reads every translated text from code, templates and scripts, keeps the catalogues in
step with them, and compiles those. Texts are Dutch in the source; Dutch has a catalogue
that says the same, lest Django's own Dutch answers to a word like "Home".
"""

import ast
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/werkbrief"
CATALOGUES = SOURCE / "ui/locale"
# A date of its own would make every run a change.
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE_LANGUAGE, LANGUAGES = "nl", ("en", "pl")
SUFFIXES = {".py", ".html", ".txt", ".js"}
KEYWORDS = (
    *("_", "gettext", "gettext_lazy", "gettext_noop", "pgettext", "pgettext_lazy"),
    *("ngettext", "ngettext_lazy", "npgettext", "npgettext_lazy"),
)
SAYING = ("say", "say_many")
MANY = ("ngettext", "npgettext", "say_many")
TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(_|n?p?gettext|say|say_many)\(\s*({TEXT}(?:\s*,\s*{TEXT})*)")
Call = tuple[str, tuple[str, ...]]
Message = tuple[str | tuple[str, str], str | None]


def main() -> None:
    """Write .po and .mo of each language."""
    for language in LANGUAGES:
        catalogue = in_step(language)
        folder = CATALOGUES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "django.po").open("wb") as po:
            write_po(po, catalogue, sort_output=True, width=88, no_location=True)
        (folder / "django.mo").write_bytes(compiled(catalogue))
        left = [m.id for m in catalogue if m.id and not translated(m.string)]
        print(f"{language}: {len(catalogue)} teksten, {len(left)} nog niet vertaald")
    folder = CATALOGUES / SOURCE_LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "django.mo").write_bytes(compiled(in_dutch()))


def in_step(language: str) -> Catalog:
    """The catalogue as it stands, with new texts added and old ones gone."""
    file = CATALOGUES / language / "LC_MESSAGES/django.po"
    catalogue = Catalog(locale=language)
    if file.exists():
        with file.open("rb") as po:
            catalogue = read_po(po, locale=language)
    catalogue.update(texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    return catalogue


def in_dutch() -> Catalog:
    """Every text as it is."""
    catalogue = Catalog(locale=SOURCE_LANGUAGE)
    for message in texts():
        if message.id:
            catalogue.add(message.id, message.id, context=message.context)
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def translated(string: object) -> bool:
    """All forms have a text."""
    forms = string if isinstance(string, (tuple, list)) else (string,)
    return bool(forms) and all(forms)


def texts() -> Catalog:
    """Every text that code and templates want translated."""
    found = Catalog()
    for file in sorted(SOURCE.rglob("*")):
        if file.suffix in SUFFIXES and "migrations" not in file.parts:
            for message, context in _texts_in(file):
                found.add(message, context=context)
    return found


def _texts_in(file: Path) -> Iterator[Message]:
    for function, parts in CALLS.get(file.suffix, _calls_in_template)(file.read_text()):
        if function.startswith(("pgettext", "npgettext")):
            context, *forms = parts
        else:
            context, forms = None, list(parts)
        if not forms:
            continue  # what is translated here stands elsewhere
        has_plural = function.startswith(MANY)
        yield (forms[0], forms[1]) if has_plural else forms[0], context


def _calls_in_code(source: str) -> Iterator[Call]:
    """What is called `say` elsewhere translates nothing."""
    keywords = KEYWORDS + SAYING * ("words.tongues" in source)
    lines = io.BytesIO(source.encode())
    found = extract_python(lines, keywords, [], {"encoding": "utf-8"})
    for _, function, message, _ in found:
        parts = message if isinstance(message, tuple) else (message,)
        yield function, tuple(part for part in parts if part)


def _calls_in_template(source: str) -> Iterator[Call]:
    """Django turns a template into calls; what stands between is noise.

    A big sheet is a Jinja template: there the calls stand as they are.
    """
    yield from _calls_in_script(templatize(source))
    yield from _calls_in_script(source)


def _calls_in_script(source: str) -> Iterator[Call]:
    for match in CALL.finditer(source):
        yield match[1], ast.literal_eval(f"({match[2].rstrip(' ,')},)")


CALLS = {".py": _calls_in_code, ".js": _calls_in_script}


if __name__ == "__main__":
    main()
