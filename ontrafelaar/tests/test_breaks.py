"""Which minutes of a shift a break takes, piece by piece."""

from fractions import Fraction

import pytest

from ontrafelaar import PackError
from ontrafelaar.breaks import is_placement, table_minutes, take_break
from ontrafelaar.pieces import Piece

CHEAP, DEAR, MIDDLE = 1, 2, 4
RATES = {CHEAP: 0, MIDDLE: Fraction(25, 2), DEAR: 50}


def pieces(*lengths):
    """Pieces after each other, each of some minutes at some rate."""
    found, start = [], 1000
    for minutes, mask in lengths:
        found.append(Piece(start, start + minutes, minutes, mask, 0))
        start += minutes
    return found


def left(row, minutes, placement):
    kept = take_break(row, minutes, placement, RATES.__getitem__)
    return [(piece.start - 1000, piece.end - 1000, piece.mask) for piece in kept]


DAY = pieces((60, DEAR), (120, CHEAP), (60, MIDDLE), (120, CHEAP))


@pytest.mark.parametrize(
    ("placement", "minutes", "result"),
    [
        ("laagste", 30, [(0, 60, 2), (90, 180, 1), (180, 240, 4), (240, 360, 1)]),
        ("laagste", 120, [(0, 60, 2), (180, 240, 4), (240, 360, 1)]),
        ("laagste", 150, [(0, 60, 2), (180, 240, 4), (270, 360, 1)]),
        ("laagste", 250, [(0, 60, 2), (190, 240, 4)]),
        ("hoogste", 30, [(30, 60, 2), (60, 180, 1), (180, 240, 4), (240, 360, 1)]),
        ("hoogste", 90, [(60, 180, 1), (210, 240, 4), (240, 360, 1)]),
        ("midden", 60, [(0, 60, 2), (60, 150, 1), (210, 240, 4), (240, 360, 1)]),
        ("midden", 61, [(0, 60, 2), (60, 149, 1), (210, 240, 4), (240, 360, 1)]),
        ("na 1:00", 60, [(0, 60, 2), (120, 180, 1), (180, 240, 4), (240, 360, 1)]),
        ("na 0:30", 60, [(0, 30, 2), (90, 180, 1), (180, 240, 4), (240, 360, 1)]),
        ("na 9:00", 60, [(0, 60, 2), (60, 180, 1), (180, 240, 4), (240, 300, 1)]),
    ],
)
def test_a_break_lies_where_it_was_agreed(placement, minutes, result):
    assert left(DAY, minutes, placement) == result


@pytest.mark.parametrize("placement", ["laagste", "hoogste", "midden", "naar rato"])
def test_a_break_takes_no_more_than_there_is(placement):
    assert left(DAY, 360, placement) == []
    assert left(DAY, 999, placement) == []
    assert left([], 30, placement) == []
    assert left(pieces((60, DEAR)), 60, placement) == []


@pytest.mark.parametrize("minutes", [0, -5])
def test_no_break_takes_nothing(minutes):
    assert take_break(DAY, minutes, "hoogste", RATES.__getitem__) is DAY


def test_a_break_in_proportion_keeps_the_total_by_largest_remainder():
    row = pieces((50, DEAR), (30, CHEAP), (20, DEAR))
    spread = take_break(row, 11, "naar rato", RATES.__getitem__)
    assert [piece.minutes for piece in spread] == [44, 27, 18]
    assert [(piece.start, piece.end) for piece in spread] == [
        (piece.start, piece.end) for piece in row
    ]


def test_a_remainder_that_is_equal_goes_to_the_earliest():
    row = pieces((30, DEAR), (30, CHEAP), (30, DEAR))
    spread = take_break(row, 1, "naar rato", RATES.__getitem__)
    assert [piece.minutes for piece in spread] == [29, 30, 30]


def test_what_a_break_in_proportion_takes_whole_is_gone():
    row = pieces((1, DEAR), (1, CHEAP))
    spread = take_break(row, 1, "naar rato", RATES.__getitem__)
    assert [piece.mask for piece in spread] == [CHEAP]


def test_a_placement_that_is_unknown_is_told():
    with pytest.raises(PackError) as caught:
        take_break(DAY, 30, "ergens", RATES.__getitem__)
    assert str(caught.value) == (
        "pauze 'ergens' is onbekend; kies uit laagste, hoogste, midden, na 4:00, "
        "naar rato"
    )


def test_a_placement_has_any_time_after_na():
    assert is_placement("na 12:59")
    assert is_placement("midden")
    assert not is_placement("na 4:60")
    assert not is_placement("na 4")


def test_the_table_reaches_as_far_as_the_shift_is_long():
    table = ((270, 30), (450, 60))
    reached = [table_minutes(table, gross) for gross in (269, 270, 449, 450, 900)]
    assert reached == [0, 30, 30, 60, 60]
