"""From TOML to a pack; what is wrong is named with file, line, rule and remedy."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

from ontrafelaar.clock import read_hours
from ontrafelaar.conditions import read_condition
from ontrafelaar.counters import read_over, read_rounding
from ontrafelaar.holidays import NAMES
from ontrafelaar.pack import Example, Pack, PackError, Rule
from ontrafelaar.stacking import Stack, read_stack
from ontrafelaar.windows import read_windows

Read = TypeVar("Read")
_CAO = {
    "id", "name", "valid", "until", "source", "holidays", "break", "guarantee",
    "minimum", "status",
}  # fmt: skip
_RULE = {"pay", "when", "over", "counts", "if", "round", "choice", "art"}
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)(?: (\d+)/(\d+))? ?%")
_STEP = re.compile(r"(\d{1,2}:\d{2}) (\d+)m")
_WITHOUT = re.compile(r"niet ([\w-]+)")
_GUARANTEES = ("", "contract per week")


class Reader:
    """Reads one file; knows where in it a rule stands, for the error."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        try:
            self.toml: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise PackError(f"geen geldige TOML: {error}", file=file) from None

    def pack(self) -> Pack:
        cao = self._table("cao")
        self._known(cao, _CAO, "cao")
        rules = tuple(self._rule(*item) for item in self._table("rules").items())
        pay, plus = self._stacks({rule.name for rule in rules})
        return Pack(
            id=self._text(cao, "id"),
            name=self._text(cao, "name"),
            valid=self._date(cao, "valid"),
            until=self._date(cao, "until") if "until" in cao else None,
            source=self._text(cao, "source"),
            status=str(cao.get("status", "")),
            holidays=self._holidays(cao),
            rules=rules,
            pay=pay,
            plus=plus,
            break_table=self._breaks(cao),
            minimum=self._minimum(cao),
            guarantee=self._guarantee(cao),
            examples=tuple(self._example(one) for one in self._examples()),
            file=self.file,
        )

    def _rule(self, name: str, raw: object) -> Rule:
        if not isinstance(raw, dict):
            self._fail("schrijf { pay = …, when = … of over = …, art = … }", name)
        self._known(raw, _RULE, name)
        if ("when" in raw) == ("over" in raw):
            self._fail("geef precies één van `when` en `over`", name)
        counts = str(raw.get("counts", ""))
        without = _WITHOUT.fullmatch(counts)
        return Rule(
            name=name,
            percent=self._percent(raw, name),
            article=self._text(raw, "art", name),
            windows=self._read(read_windows, raw, "when", name) or (),
            over=self._read(read_over, raw, "over", name) or (),
            counts=()
            if without
            else self._read(read_windows, raw, "counts", name) or (),
            counts_without=without[1] if without else "",
            condition=self._read(read_condition, raw, "if", name),
            condition_text=str(raw.get("if", "")),
            rounding=self._read(read_rounding, raw, "round", name),
            choice=str(raw.get("choice", "")),
            text=str(raw.get("when") or raw.get("over")),
        )

    def _percent(self, raw: dict[str, Any], name: str) -> Fraction | None:
        text = str(raw.get("pay", ""))
        if text == "?":
            return None
        match = _PERCENT.fullmatch(text)
        if not match or match[3] == "0":
            self._fail(
                f"`pay = {text!r}` wordt niet gelezen; schrijf een percentage zoals "
                '"50%", "33 1/3%" of "?" (bedragen kent deze versie niet)',
                name,
            )
        part = Fraction(int(match[2]), int(match[3])) if match[2] else Fraction(0)
        return Fraction(match[1].replace(",", ".")) + part

    def _stacks(self, names: set[str]) -> tuple[Stack, Stack | None]:
        stack = self._table("stack")
        self._known(stack, {"pay", "plus"}, "stack")
        pay = self._read(read_stack, stack, "pay", "stack")
        plus = self._read(read_stack, stack, "plus", "stack")
        if pay is None:
            self._fail("`stack.pay` ontbreekt: welke regel wint van welke?", "stack")
        used = pay.names() | (plus.names() if plus else set())
        if unknown := used - names:
            self._fail(f"onbekende regel {min(unknown)!r}", "stack")
        if idle := names - used:
            self._fail("staat niet in [stack]; noem haar in pay of plus", min(idle))
        return pay, plus

    def _holidays(self, cao: dict[str, Any]) -> tuple[str, ...]:
        names = cao.get("holidays", [])
        if not isinstance(names, list):
            self._fail("`holidays` is een lijst van namen", "cao")
        for name in names:
            if name not in NAMES:
                self._fail(
                    f"feestdag {name!r} is onbekend; kies uit {', '.join(NAMES)}", "cao"
                )
        return tuple(names)

    def _breaks(self, cao: dict[str, Any]) -> tuple[tuple[int, int], ...]:
        text = str(cao.get("break", ""))
        if not text:
            return ()
        steps = []
        for part in text.removeprefix("vanaf ").split(","):
            match = _STEP.fullmatch(part.strip())
            if not match:
                self._fail(
                    f"`break`: {part.strip()!r} niet gelezen; schrijf vanaf 4:30 30m",
                    "cao",
                )
            steps.append((read_hours(match[1]), int(match[2])))
        return tuple(steps)

    def _minimum(self, cao: dict[str, Any]) -> int | None:
        text = str(cao.get("minimum", ""))
        if not text:
            return None
        try:
            return read_hours(text.removesuffix(" per dienst"))
        except ValueError:
            self._fail('`minimum`: schrijf bijvoorbeeld "3:00 per dienst"', "cao")

    def _guarantee(self, cao: dict[str, Any]) -> str:
        text = str(cao.get("guarantee", ""))
        if text not in _GUARANTEES:
            self._fail(
                '`guarantee`: schrijf "contract per week" of laat het weg', "cao"
            )
        return text

    def _examples(self) -> list[dict[str, Any]]:
        examples = self.toml.get("example", [])
        if not isinstance(examples, list) or not all(
            isinstance(e, dict) for e in examples
        ):
            self._fail("schrijf voorbeelden als [[example]]", "example")
        return examples

    def _example(self, raw: dict[str, Any]) -> Example:
        self._known(raw, {"in", "out", "note", "facts"}, "example")
        facts = raw.get("facts", {})
        if not isinstance(facts, dict):
            self._fail("`facts` is een tabel", "example")
        shifts, result = (
            self._text(raw, "in", "example"),
            self._text(raw, "out", "example"),
        )
        return Example(shifts, result, facts, str(raw.get("note", "")))

    def _table(self, name: str) -> dict[str, Any]:
        table = self.toml.get(name)
        if not isinstance(table, dict) or not table:
            self._fail(f"het blok [{name}] ontbreekt of is leeg", name)
        return table

    def _text(self, table: dict[str, Any], key: str, rule: str = "cao") -> str:
        if not isinstance(table.get(key), str) or not table[key]:
            self._fail(f"`{key}` ontbreekt of is geen tekst", rule)
        return str(table[key])

    def _date(self, table: dict[str, Any], key: str) -> date:
        if type(table.get(key)) is not date:
            self._fail(
                f"`{key}` ontbreekt of is geen datum (schrijf 2026-01-01)", "cao"
            )
        found: date = table[key]
        return found

    def _known(self, table: dict[str, Any], keys: set[str], rule: str) -> None:
        if strange := set(table) - keys:
            first = min(strange)
            self._fail(
                f"`{first}` is onbekend; kies uit {', '.join(sorted(keys))}", rule
            )

    def _read(
        self, reader: Callable[[str], Read], table: dict[str, Any], key: str, rule: str
    ) -> Read | None:
        if key not in table:
            return None
        try:
            return reader(str(table[key]))
        except (ValueError, IndexError) as error:
            self._fail(
                f"`{key} = {str(table[key])!r}` wordt niet gelezen ({error})", rule
            )

    def _fail(self, what: str, rule: str) -> NoReturn:
        lines = enumerate(self.text.splitlines(), start=1)
        pattern = re.compile(rf"\s*(\[+{re.escape(rule)}\]+|{re.escape(rule)}\s*=)")
        line = next((number for number, text in lines if pattern.match(text)), 0)
        raise PackError(what, file=self.file, line=line, rule=rule)


def read_pack(text: str, file: str = "") -> Pack:
    """Read one pack; raises PackError and nothing else."""
    return Reader(text, file).pack()
