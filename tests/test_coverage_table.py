"""Each line of the contract has a test that carries it, and the page says which."""

import re

from make.carriers import MISSING, ROW, TABLE, carriers, drawn

REASON = re.compile(rf"{MISSING}: .{{10,}}")


def test_the_page_of_carriers_is_true():
    """Red? `python -m make.carriers` writes it anew."""
    assert TABLE.read_text() == drawn(TABLE.read_text(), carriers())


def test_every_line_without_a_test_says_why():
    rows = [ROW.match(line) for line in TABLE.read_text().splitlines()]
    found = [row for row in rows if row]
    assert len(found) > 80
    silent = [
        row["number"]
        for row in found
        if row["tests"].startswith(MISSING) and not REASON.match(row["tests"])
    ]
    assert silent == []


def test_no_test_carries_a_line_that_is_not_on_the_page():
    rows = [ROW.match(line) for line in TABLE.read_text().splitlines()]
    known = {row["number"] for row in rows if row}
    strange = {
        number
        for number in set(carriers()) - known
        if not any(other.startswith(f"{number}.") for other in known)
    }
    assert strange == set()
