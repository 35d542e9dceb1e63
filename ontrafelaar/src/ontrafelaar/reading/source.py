"""One file: its tables, and where in it a rule stands, for the error."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from ontrafelaar.pack import PackError

Read = TypeVar("Read")
Table = dict[str, Any]
_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_BARE = re.compile(r"[A-Za-z0-9_.-]*")
_SPACED = re.compile(r"\s*([^\"'={#\[\]]*?)\s*=\s*\{")
_NAMED = re.compile(r"\s*(?:\[+\s*([\w.-]+)|\"?([\w-]+)\"?\s*=)")


class Source:
    """The text of a pack, read as TOML."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        try:
            self.toml: Table = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            found = re.search(r"at line (\d+)", str(error))
            last = max(len(text.splitlines()), 1)
            line = int(found[1]) if found else last
            name = self._spaced(line)
            raise PackError(
                "een regelnaam heeft geen spaties of accenten; schrijf streepjes"
                if name
                else f"geen geldige TOML ({error}); herstel deze regel",
                file=file,
                line=line,
                rule=name or self._rule(line),
            ) from None

    def table(self, name: str, *, optional: bool = False) -> Table:
        found = self.toml.get(name)
        if optional and found is None:
            return {}
        if not isinstance(found, dict) or not found:
            self.fail(
                f"het blok [{name}] ontbreekt of is leeg; schrijf het erbij", name
            )
        return found

    def tables(self, name: str) -> list[Table]:
        found = self.toml.get(name, [])
        if not isinstance(found, list) or not all(isinstance(e, dict) for e in found):
            self.fail(f"schrijf elk voorbeeld als [[{name}]]", name)
        return found

    def text_of(self, table: Table, key: str, rule: str = "cao") -> str:
        if not isinstance(table.get(key), str) or not table[key].strip():
            self.fail(
                f'`{key}` ontbreekt of is geen tekst; schrijf {key} = "…"', rule, key
            )
        return str(table[key])

    def optional_text(self, table: Table, key: str, rule: str = "cao") -> str:
        return self.text_of(table, key, rule) if key in table else ""

    def date_of(self, table: Table, key: str) -> date:
        found = table.get(key)
        if not isinstance(found, date) or isinstance(found, datetime):
            self.fail(f"`{key}` {_no_date(found, key)}", "cao", key)
        return found

    def only(self, table: Table, keys: set[str], rule: str) -> None:
        if strange := set(table) - keys:
            known = ", ".join(sorted(keys))
            what = f"`{min(strange)}` is onbekend; kies uit {known}"
            self.fail(what, rule, min(strange))

    def read(
        self, reader: Callable[[str], Read], table: Table, key: str, rule: str
    ) -> Read | None:
        """None when the key isn't there; what the reader can't read is told."""
        if key not in table:
            return None
        text = self.text_of(table, key, rule)
        try:
            return reader(text)
        except (ValueError, IndexError, OverflowError, RecursionError) as error:
            self.fail(
                f"`{key} = {text!r}` wordt niet gelezen ({error}); "
                f"{REMEDIES.get(key, 'zie docs/rules')}",
                rule,
                key,
            )

    def fail(self, what: str, rule: str, key: str = "") -> NoReturn:
        """`key` is what is wrong in a block of lines, as [cao] is."""
        named = rule or '""'  # TOML lets a name be empty
        line = self._inside(rule, key) or self.line(rule)
        raise PackError(what, file=self.file, line=line, rule=named)

    def _inside(self, block: str, key: str) -> int:
        """The line of a key in this block; 0 where it isn't."""
        there, is_in = re.compile(rf'\s*"?{re.escape(key)}"?\s*='), False
        for line, text in enumerate(self.text.splitlines(), start=1):
            if text.lstrip().startswith("["):
                is_in = text.strip().startswith(f"[{block}]")
            elif key and is_in and there.match(text):
                return line
        return 0

    def _spaced(self, line: int) -> str:
        """The name on this line, if TOML can't read it as one."""
        above = self.text.splitlines()[:line]
        blocks = [text.strip() for text in above if text.lstrip().startswith("[")]
        match = _SPACED.match(above[-1]) if above else None
        is_rule = match and blocks and blocks[-1].startswith("[rules]")
        name = match[1] if match and is_rule else ""
        return "" if _BARE.fullmatch(name) else name

    def _rule(self, line: int) -> str:
        """The rule or block that a line is in, as far as one can see."""
        for text in reversed(self.text.splitlines()[:line]):
            if match := _NAMED.match(text):
                return match[1] or match[2]
        return "bestand"

    def line(self, rule: str, number: int = 0) -> int:
        """Where the rule or block stands for the nth time; else the last, or line 1."""
        named = re.escape(rule)
        pattern = re.compile(rf'\s*(\[+{named}[\].]|"?{named}"?\s*=)')
        lines = enumerate(self.text.splitlines(), start=1)
        found = [one for one, text in lines if pattern.match(text)]
        return found[min(number, len(found) - 1)] if found else 1


def _no_date(found: object, key: str) -> str:
    """What is wrong with this date, and how it is written."""
    written = str(found).strip()
    if match := _DAY.fullmatch(written):
        day, month, year = match.groups()
        written = f"{year}-{month:>02}-{day:>02}"
    try:
        there = date.fromisoformat(written)
    except ValueError:
        return f"ontbreekt of is geen datum; schrijf {key} = 2026-01-01"
    return f"is geen datum; schrijf zonder aanhalingstekens: {there}"


REMEDIES = {
    "pay": 'schrijf een percentage ("50%", "33 1/3%"), een bedrag ("€ 3,77 per uur"), '
    '"0.78% van maandloon", of "?" als het niet gevonden is',
    "when": 'schrijf bijvoorbeeld "ma-vr 20:00-24:00, niet feestdag"',
    "over": 'schrijf bijvoorbeeld "38:00 per week" of "0:00-3:00 per dag"; uren '
    "als 9:30, niet 9,5",
    "counts": 'schrijf vensters, "buiten rooster", "aansluitend" of "niet <regel>"',
    "if": 'schrijf bijvoorbeeld "begin < 07:00", "dienst bevat 00:00-06:00" of een '
    "woord: kleine letters, cijfers, spaties, punten en streepjes, geen komma",
    "round": 'schrijf bijvoorbeeld "30m, onder 15m vervalt" of "15m omlaag"',
    "minimaal": 'schrijf bijvoorbeeld "1:00"',
    "kind": 'schrijf "pauze 0:30", "gat vanaf 3:00" of "gat tot 1:00"',
    "break": 'schrijf bijvoorbeeld "vanaf 4:30 30m, 7:30 60m"',
    "minimum": 'schrijf bijvoorbeeld "3:00 per dienst"',
    "guarantee": 'schrijf "contract per week"',
    "absence": 'schrijf bijvoorbeeld "8:00 per dag"',
    "maandloon": 'schrijf bijvoorbeeld "0.607% per uur"',
}
