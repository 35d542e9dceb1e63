"""Which versions of a CAO are used, and what each of them tells."""

import pytest

from ontrafelaar import PackError, read_pack, read_shifts
from ontrafelaar.engine import compute

DAYS = ("2020-01-01", "2026-02-03", "2026-02-05", "2026-02-07")


@pytest.fixture
def versions():
    """Four versions of a small CAO; each pays every hour a little more."""
    return tuple(
        read_pack(
            f"[cao]\nid='klein'\nname='Klein'\nvalid={day}\nsource='art. 1'\n"
            f"[rules]\naltijd = {{ pay = '{n}0%', when = 'alle', art = '1' }}\n"
            f"week = {{ pay = '5%', over = '8:00 per week', art = '2' }}\n"
            "[stack]\npay = 'altijd + week'"
        )
        for n, day in enumerate(DAYS, start=1)
    )


@pytest.mark.parametrize(
    ("shifts", "used"),
    [
        ("2026-02-02 08:00-16:00", [1]),
        ("2026-02-02 16:00-24:00", [1]),
        ("2026-02-02 16:00-23:59", [1]),
        ("2026-02-02 16:00-00:01", [1, 2]),
        ("2026-02-02 16:00-00:02", [1, 2]),
        ("2026-02-03 00:00-00:01", [2]),
        ("2026-02-03 8:00 uur", [2]),
        ("2026-02-04 08:00-16:00; 2026-02-06 08:00-16:00", [2, 3]),
        ("2026-02-06 08:00-16:00; 2026-02-02 08:00-16:00", [1, 2, 3]),
        ("2026-02-02 00:00-00:00; 2026-02-02 01:00-02:00", [1]),
        ("2026-02-09 08:00-16:00", [4]),
    ],
)
def test_only_the_versions_of_the_days_worked_are_used(versions, shifts, used):
    outcome = compute(read_shifts(shifts), versions)
    assert [versions.index(pack) + 1 for pack in outcome.packs] == used


def test_a_day_before_the_first_version_is_refused(versions):
    with pytest.raises(PackError, match="is er geen versie"):
        compute(read_shifts("2019-12-31 08:00-16:00"), versions)


def test_no_shifts_are_no_outcome_in_any_version(versions):
    outcome = compute((), versions)
    assert (str(outcome), outcome.packs, outcome.segments) == ("", (), ())
    assert str(compute((), versions[:1])) == ""


def test_what_versions_tell_stands_in_the_order_of_the_clock(versions):
    shifts = read_shifts("2026-02-02 20:00-04:00 /0; 2026-02-04 20:00-04:00 /0")
    outcome = compute(shifts, versions)
    assert [part.percent for part in outcome.segments] == [110, 120, 125, 135]
    starts = [part.start for part in outcome.segments]
    assert starts == sorted(starts)
    assert str(outcome) == (
        "4:00 @110 altijd; 4:00 @120 altijd; 4:00 @125 altijd+week; "
        "4:00 @135 altijd+week"
    )


@pytest.fixture
def gaps():
    """Two versions that pay the time between two shifts."""
    return tuple(
        read_pack(
            f"[cao]\nid='klein'\nname='Klein'\nvalid={day}\nsource='art. 1'\n[rules]\n"
            "half = { pay = '50%', kind = 'gat vanaf 1:00', art = '1' }\n"
            "euro = { pay = '€ 5 per dienst', kind = 'gat vanaf 1:00', art = '2' }\n"
            "vol = { pay = '100%', kind = 'gat tot 0:30', art = '3' }"
        )
        for day in DAYS[:2]
    )


def test_each_gap_is_told_by_the_version_in_which_it_begins(gaps):
    days = "2026-02-02 08:00-10:00; 2026-02-02 12:00-14:00"
    days += "; 2026-02-03 08:00-10:00; 2026-02-03 11:00-12:00"
    told = "7:00 @100; 3:00 +50 half; € 5,00 euro; € 5,00 euro"
    assert str(compute(read_shifts(days), gaps)) == told


def test_a_gap_over_the_change_is_told_once(gaps):
    night = "2026-02-02 20:00-23:00; 2026-02-03 01:00-03:00"
    told = "5:00 @100; 2:00 +50 half; € 5,00 euro"
    assert str(compute(read_shifts(night), gaps)) == told
    night = "2026-02-02 20:00-23:45; 2026-02-03 00:15-03:15"
    told = "6:45 @100; 0:30 @100 vol"
    assert str(compute(read_shifts(night), gaps)) == told


def test_what_versions_tell_does_not_go_by_the_names_of_shifts(versions):
    late, early = read_shifts("2026-02-03 08:00-09:00; 2026-02-02 08:00-09:00")
    parts = compute((late, early), versions).parts
    assert [part[0] for part in parts] == [1, 0]


def test_one_version_that_is_chosen_by_hand_does_any_day(versions):
    [part] = compute(read_shifts("2019-01-07 08:00-09:00"), versions[2:3]).segments
    assert (part.percent, part.rules) == (130, ("altijd",))
