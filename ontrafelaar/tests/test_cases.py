"""Every case in cases/*.toml, which a payroll clerk can read and add to.

A file gives its own few rules, or names a pack; a case gives shifts and the line that
must come out.
"""

import tomllib
from pathlib import Path

import pytest

from ontrafelaar import unravel
from ontrafelaar.notation import read_facts, read_shifts
from ontrafelaar.reading import read_pack

HEAD = (
    '[cao]\nid = "klein"\nname = "Kleine cao"\nvalid = 2020-01-01\nsource = "art. 1"\n'
)
FOLDER = Path(__file__).parent / "cases"


def _cases():
    for file in sorted(FOLDER.glob("*.toml")):
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        for number, case in enumerate(read["case"], start=1):
            name = f"{file.stem}-{number} {case.get('note', '')}"
            yield pytest.param({**read, **case}, id=name.strip())


def _pack(case):
    if "cao" in case:
        return case["cao"]
    head = HEAD + case.get("head", "")
    return read_pack(f"{head}\n{case['pack']}", "cases")


@pytest.mark.parametrize("case", list(_cases()))
def test_a_case_comes_out(case):
    facts = read_facts(case.get("facts", {}))
    outcome = unravel(read_shifts(case["in"]), _pack(case), facts=facts)
    assert str(outcome) == case["out"]
