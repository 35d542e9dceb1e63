"""docs/coverage.md: which test carries which line of the contract.

`python -m make.carriers` writes the third column anew from the tests themselves: a
test, or a file of tests, carries a line when its text names it ("S5.2.14",
"S3.6-S3.9", "D0.4", "P6.2").
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs/coverage.md"
TESTS = ("tests", "ontrafelaar/tests")
NUMBER = re.compile(
    r"\b([SDP]\d+(?:\.\d+)+)(?:[–-](?:[SDP]?(?:\d+\.)*)(\d+))?(?!\.?\d)"
)
ROW = re.compile(r"\| (?P<number>[SDP][\d.]+) \| (?P<line>.*?) \| (?P<tests>.*?) \|$")
SHOWN = 3
MISSING = "nog niet"


def main() -> None:
    """Rewrite the table."""
    TABLE.write_text(drawn(TABLE.read_text(), carriers()))


def carriers() -> dict[str, list[str]]:
    """Number of a line -> the tests that carry it, as `path::test`."""
    found: dict[str, list[str]] = defaultdict(list)
    for folder in TESTS:
        for file in sorted((ROOT / folder).rglob("test_*.py")):
            place = str(file.relative_to(ROOT))
            for name, text in _tests(file):
                for number in numbers(text):
                    found[number].append(f"{place}::{name}" if name else place)
    return found


def numbers(text: str) -> list[str]:
    """Every line number named in a text, ranges written out, in order.

    >>> numbers("S5.2.14, S3.6–S3.9 and S6.5-7")
    ['S5.2.14', 'S3.6', 'S3.7', 'S3.8', 'S3.9', 'S6.5', 'S6.6', 'S6.7']
    """
    found: list[str] = []
    for match in NUMBER.finditer(text):
        stem, _, first = match[1].rpartition(".")
        last = int(match[2] or first)
        found += [f"{stem}.{n}" for n in range(int(first), last + 1)]
    return list(dict.fromkeys(found))


def drawn(table: str, carried: dict[str, list[str]]) -> str:
    """The page with its third column brought up to date."""
    return "".join(_row(line, carried) for line in table.splitlines(keepends=True))


def _row(line: str, carried: dict[str, list[str]]) -> str:
    match = ROW.match(line.rstrip("\n"))
    if not match:
        return line
    tests = carried.get(match["number"], [])
    more = f" (+{len(tests) - SHOWN})" if len(tests) > SHOWN else ""
    told = "<br>".join(f"`{test}`" for test in tests[:SHOWN]) + more
    kept = match["tests"] if match["tests"].startswith(MISSING) else MISSING
    return f"| {match['number']} | {match['line']} | {told or kept} |\n"


def _tests(file: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each test; the file's own sentence has no name."""
    source = file.read_text()
    tree = ast.parse(source)
    yield "", ast.get_docstring(tree) or ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            lines = source.splitlines()[first - 1 : node.end_lineno]
            yield node.name, "\n".join(lines)


if __name__ == "__main__":
    main()
