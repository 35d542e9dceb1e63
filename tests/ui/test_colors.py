"""S0.6: an agency's colour stays readable, whatever colour that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkbrief.ui.colors import DARK, LIGHT, contrast, dark_brand, light_brand

ANY_COLOR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TEXT, GRAPHIC = 4.5, 3


@given(ANY_COLOR)
def test_text_in_and_on_the_colour_can_be_read(color):
    for brand, ground in ((light_brand(color), LIGHT), (dark_brand(color), DARK)):
        assert contrast(brand.brand, ground) >= TEXT
        assert contrast(brand.brand, brand.on_brand) >= TEXT
        assert contrast(brand.brand, brand.soft) >= GRAPHIC


@pytest.mark.parametrize("color", ["#0b6b50", "#7a1fa2", "#123456"])
def test_a_colour_that_reads_well_stays_as_it_is(color):
    assert light_brand(color).brand == color


def test_bright_yellow_gets_darker_on_white_and_stays_bright_on_black():
    assert light_brand("#ffd400").brand != "#ffd400"
    assert dark_brand("#ffd400").brand == "#ffd400"
