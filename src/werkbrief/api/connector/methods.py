"""A call of the interface, as a method: what it asks for, and what it gives."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkbrief.api.connector.types import Schema, annotation

_GOOD, _NEEDS_VERSION, _WIDTH = range(200, 300), 428, 88


@dataclass(frozen=True, slots=True)
class Method:
    """One operation of the description."""

    verb: str
    path: str
    told: Mapping[str, Any]
    schemas: Mapping[str, Schema]

    def __str__(self) -> str:
        return "\n".join((*self._signature(), *self._body())) + "\n"

    def _signature(self) -> Iterator[str]:
        head, tail = f"def {self.told['operationId']}(", f") -> {self._gives()}:"
        yield from _call(head, ["self", *self._parameters()], tail)
        yield f'        """{self.told["summary"]}."""'

    def _parameters(self) -> Iterator[str]:
        for one in self._told_in("path"):
            yield f"{one['name']}: {annotation(one['schema'])}"
        if takes := self._takes():
            yield f"told: {takes}"
        query = self._query()
        if query or self._needs_version:
            yield "*"
        for one in query:
            yield f"{one['name']}: {annotation(one['schema'])} = {_default(one)}"
        if self._needs_version:
            yield "if_match: str"

    def _body(self) -> Iterator[str]:
        names = [one["name"] for one in self._query()]
        query = "{" + ", ".join(f'"{name}": {name}' for name in names) + "}"
        if self._is_paged:
            yield from _call("    return self._pages(", [self._address(), query])
            return
        given = [f'"{self.verb.upper()}"', self._address()]
        given += [f"query={query}"] if names else []
        given += ["body=told"] if self._takes() else []
        given += ['headers={"If-Match": if_match}'] if self._needs_version else []
        gives = self._gives()
        if gives == "None":
            yield from _call("    self._ask(", given)
        else:
            yield from _call(f"    answer: {gives} = self._ask(", given)
            yield "        return answer"

    def _address(self) -> str:
        filled = re.sub(r"{(\w+)}", r"{_part(\1)}", self.path)
        return f'f"{filled}"' if filled != self.path else f'"{filled}"'

    def _told_in(self, place: str) -> list[Schema]:
        return [one for one in self.told.get("parameters", ()) if one["in"] == place]

    def _query(self) -> list[Schema]:
        return [one for one in self._told_in("query") if one["name"] != "cursor"]

    @property
    def _is_paged(self) -> bool:
        return len(self._query()) < len(self._told_in("query"))

    @property
    def _needs_version(self) -> bool:
        return _NEEDS_VERSION in self.told["responses"]

    def _takes(self) -> str:
        return _contents([self.told.get("requestBody", {})])

    def _gives(self) -> str:
        good = [n for code, n in self.told["responses"].items() if int(code) in _GOOD]
        gives = _contents(good) or "None"
        if self._is_paged:
            page = self.schemas[gives]["properties"]
            return f"Iterator[{annotation(page['items']['items'])}]"
        return gives


def _call(head: str, given: Sequence[str], tail: str = ")") -> Iterator[str]:
    """On one line when it fits, else a line each, as ruff would."""
    line = f"    {head}{', '.join(given)}{tail}"
    if len(line) <= _WIDTH:
        yield line
        return
    margin = " " * (len(line) - len(line.lstrip()))
    yield f"    {head}"
    yield from (f"{margin}    {one}," for one in given)
    yield f"{margin}{tail}"


def _default(parameter: Schema) -> str:
    default = parameter["schema"]["default"]
    return f'"{default}"' if isinstance(default, str) else str(default)


def _contents(told: Sequence[Schema]) -> str:
    """What these answers or this question hold; what is no JSON is bytes."""
    kinds = [
        annotation(content["schema"]) if kind == "application/json" else "bytes"
        for one in told
        for kind, content in one.get("content", {}).items()
    ]
    return " | ".join(dict.fromkeys(kinds))
