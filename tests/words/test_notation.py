"""Forgiving input: what people type is read, or gets a sentence (S5.2.2-6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkbrief.words.notation import (
    LAST_MINUTE,
    Typed,
    read_break,
    read_clock,
    read_duration,
    read_quick,
)
from werkbrief.words.refusals import Refusal

READERS = (read_clock, read_duration, read_break)
HOURS = st.integers(0, 23)
MINUTES = st.integers(0, 59)
# What people, spreadsheets and cats put in a field of four characters.
TYPED = st.text("0123456789:.,/- uhmtonir–²٣７", max_size=12) | st.text(max_size=8)


@given(HOURS, MINUTES)
def test_a_time_is_read_in_every_way_that_people_write_it(hour, minute):
    """S5.2.2: 730, 7:30, 7.30, 07.30, 7u30."""
    spellings = [
        f"{hour}{separator}{minute:02}" for separator in ("", ":", ".", ",", "u", "h")
    ]
    spellings += [f"{hour:02}{minute:02}", f" {hour:02}:{minute:02} "]
    assert {read_clock(text) for text in spellings} == {hour * 60 + minute}


@given(HOURS, MINUTES)
def test_a_total_is_read_with_a_colon(hour, minute):
    assert read_duration(f"{hour}:{minute:02}") == hour * 60 + minute


@given(HOURS, st.sampled_from([0, 15, 30, 45]))
def test_a_total_is_read_with_a_comma(hour, quarter):
    """S5.2.5: 8,5 is eight hours and a half."""
    decimals = f"{hour},{quarter * 100 // 60:02}"
    assert read_duration(decimals) == hour * 60 + quarter
    assert read_duration(decimals.rstrip("0").rstrip(",")) == hour * 60 + quarter


@pytest.mark.parametrize("text", ["8.30", "8.05", "7.45u", "10.15"])
def test_a_total_that_can_be_read_two_ways_is_asked(text):
    with pytest.raises(Refusal, match=r"kan .* zijn of .* uur"):
        read_duration(text, field="total")


@given(st.integers(0, LAST_MINUTE))
def test_a_break_is_read_in_minutes_or_as_a_clock(minutes):
    assert read_break(str(minutes)) == minutes
    assert read_break(f"{minutes} min") == minutes
    assert read_break(f"{minutes // 60}:{minutes % 60:02}") == minutes


def _outcome(read, text, **where):
    try:
        return read(text, **where)
    except Refusal as refusal:
        return refusal


@given(st.sampled_from(READERS), TYPED)
def test_anything_else_gets_a_sentence_at_its_field(read, text):
    outcome = _outcome(read, text, field="here")
    if isinstance(outcome, Refusal):
        assert outcome.field == "here"
        assert text.strip() in outcome.sentence
        assert "Schrijf" in outcome.sentence
    else:
        assert (outcome is None) == (not text.strip())
        assert outcome is None or 0 <= outcome <= LAST_MINUTE


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["9" * 5000, "1" * 5000 + ":30", "24:01", "7:60"])
def test_what_is_no_time_is_refused(read, text):
    if read is read_break and text == "24:01":
        text = "1441"
    with pytest.raises(Refusal):
        read(text)


@given(TYPED)
def test_a_quick_entry_is_read_or_refused(text):
    outcome = _outcome(read_quick, text)
    assert isinstance(outcome, Refusal) or outcome


@given(HOURS, MINUTES, HOURS, MINUTES, st.integers(0, 120))
def test_a_quick_entry_holds_start_end_and_break(hour, minute, later, past, pause):
    start, end = f"{hour:02}{minute:02}", f"{later}:{past:02}"
    whole = Typed(start=hour * 60 + minute, end=later * 60 + past, pause=pause)
    spellings = [f"{start}-{end}/{pause}", f"{start} {end} {pause}"]
    spellings.append(f"{start} tot {end} / {pause}")
    assert {read_quick(text) for text in spellings} == {whole}
    without = Typed(start=whole.start, end=whole.end)
    assert read_quick(f"{start}–{end}") == without


def test_a_quick_entry_can_be_a_total_or_a_break_only():
    assert read_quick("8,5u") == Typed(total=510)
    assert read_quick("8 uur") == Typed(total=480)
    assert read_quick("/0:45") == Typed(pause=45)


def test_nothing_typed_is_nothing():
    assert not Typed()
    assert Typed(pause=0)
