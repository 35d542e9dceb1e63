"""What goes in and out, as Python writes it: a TypedDict a schema, a Literal a list."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
_PLAIN = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}


def words(schemas: Mapping[str, Schema]) -> str:
    """The lists of words that may be said, a line each."""
    lists = {name: one for name, one in schemas.items() if "enum" in one}
    return "".join(f"{name} = {annotation(one)}\n" for name, one in lists.items())


def shapes(schemas: Mapping[str, Schema]) -> Iterator[str]:
    """What goes in and out, a class each."""
    for name, schema in schemas.items():
        if "properties" in schema:
            yield _dict(name, schema)


def annotation(schema: Schema) -> str:
    """How a value of this schema is annotated; a moment is text, as it is sent."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(annotation(one) for one in schema["anyOf"])
    if "enum" in schema:
        said = ", ".join(f'"{word}"' for word in schema["enum"])
        return f"Literal[{said}]"
    if schema.get("type") == "array":
        return f"list[{annotation(schema['items'])}]"
    if schema.get("format") == "binary":
        return "bytes"
    return _PLAIN.get(schema["type"], "dict[str, Any]")


def _dict(name: str, schema: Schema) -> str:
    needed = schema.get("required", ())
    lines = [f"class {name}(TypedDict):"]
    for field, one in schema["properties"].items():
        kind = annotation(one)
        lines.append(
            f"    {field}: {kind if field in needed else f'NotRequired[{kind}]'}"
        )
    return "\n".join(lines) + "\n"
