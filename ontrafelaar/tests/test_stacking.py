"""Which surcharge wins and which add up."""

from fractions import Fraction

import pytest

from ontrafelaar.stacking import Loss, read_stack

NIGHT, OVERTIME = Fraction(30), Fraction(25)
BOTH = {"nacht": NIGHT, "overwerk": OVERTIME}


def percent(expression, active):
    rate = read_stack(expression).rate(active)
    return rate and rate.percent


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("nacht + overwerk", Fraction(55)),
        ("nacht | overwerk", Fraction(30)),
        ("overwerk > nacht", Fraction(25)),
        ("nacht > overwerk", Fraction(30)),
        ("nacht * overwerk", Fraction(125, 2)),
    ],
)
def test_one_hour_with_night_and_overtime(expression, result):
    assert percent(expression, BOTH) == result


def test_compound_binds_tightest_and_going_before_loosest():
    active = {name: Fraction(10) for name in "abcd"}
    assert percent("a > b | c + d * d", active) == 10
    assert percent("b | c + d * d", active) == Fraction(31)
    assert percent("(b | c) + d", active) == 20
    assert percent("(a + b) * c", active) == Fraction(32)


def test_signs_of_one_strength_are_read_from_left_to_right():
    active = {"a": Fraction(1), "b": Fraction(2), "c": Fraction(3)}
    assert read_stack("a > b > c").rate(active).rules == ("a",)
    assert read_stack("a + b + c").rate(active).rules == ("a", "b", "c")


def test_on_a_tie_the_rule_named_first_wins():
    tie = {"avond": Fraction(50), "nacht": Fraction(50)}
    assert read_stack("avond | nacht").rate(tie).rules == ("avond",)
    assert read_stack("nacht | avond").rate(tie).rules == ("nacht",)


def test_a_rule_that_does_not_hold_leaves_the_other_alone():
    for sign in "+|>*":
        stack = read_stack(f"nacht {sign} overwerk")
        assert stack.rate({"overwerk": OVERTIME}).percent == OVERTIME
        assert stack.rate({"nacht": NIGHT}).rules == ("nacht",)
        assert stack.rate({}) is None


@pytest.mark.parametrize("sign", "+|*")
def test_what_is_unknown_makes_the_whole_unknown(sign):
    stack = read_stack(f"ploeg {sign} nacht")
    for one, two in ((None, NIGHT), (NIGHT, None)):
        rate = stack.rate({"ploeg": one, "nacht": two})
        assert rate.percent is None
        assert rate.rules == ("ploeg", "nacht")


def test_what_goes_before_wins_also_when_unknown():
    assert read_stack("ploeg > nacht").rate({"ploeg": None, "nacht": NIGHT}).rules == (
        "ploeg",
    )


def test_a_third_stays_a_third():
    assert percent("a + a + a", {"a": Fraction(100, 3)}) == 100


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("", "niet te lezen"),
        ("nacht +", "regelnaam aan het eind"),
        ("(nacht | avond", "haakje"),
        ("nacht avond", "te veel vanaf 'avond'"),
        ("nacht | ) avond", "hier hoort een regelnaam"),
        ("nacht & avond", "niet te lezen"),
        ("nacht)", "te veel vanaf"),
    ],
)
def test_what_can_not_be_read_is_told(expression, reason):
    with pytest.raises(ValueError, match=reason):
        read_stack(expression)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "niet te lezen: ''"),
        ("nacht +", "er ontbreekt een regelnaam aan het eind"),
        ("(nacht | avond", "er ontbreekt een haakje ')'"),
        ("(nacht avond", "er ontbreekt een haakje ')'"),
        ("nacht avond dag", "te veel vanaf 'avond'"),
        ("| avond", "hier hoort een regelnaam, geen '|'"),
        ("nacht | > avond", "hier hoort een regelnaam, geen '>'"),
        (")", "hier hoort een regelnaam, geen ')'"),
    ],
)
def test_what_can_not_be_read_is_told_word_by_word(expression, message):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        read_stack(expression)
    assert str(caught.value) == message


def test_a_table_without_surcharges_can_not_be_stacked():
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        read_stack("uren | nacht", {"uren": ()})
    assert str(caught.value) == "tabel 'uren' heeft geen toeslagen; haal haar weg"


TEN = {"a": Fraction(10), "b": Fraction(20), "c": Fraction(30)}


@pytest.mark.parametrize(
    ("expression", "lost"),
    [
        ("a > c", [("c", ">", ("a",))]),
        ("a | c", [("a", "|", ("c",))]),
        ("c | a", [("a", "|", ("c",))]),
        ("a | b | c", [("b", "|", ("c",)), ("a", "|", ("b",))]),
        ("c > (a + b)", [("a", ">", ("c",)), ("b", ">", ("c",))]),
        ("(a > b) + c", [("b", ">", ("a",))]),
        ("c * (a > b)", [("b", ">", ("a",))]),
        ("(a > b) | c", [("a", "|", ("c",)), ("b", ">", ("a",))]),
    ],
)
def test_what_loses_is_told_with_what_it_lost_to(expression, lost):
    rate = read_stack(expression).rate(TEN)
    assert rate.lost == tuple(Loss(*one) for one in lost)


@pytest.mark.parametrize(
    ("expression", "rules", "lost"),
    [
        ("? | a | c", ("x", "c"), [("a", "|", ("c",))]),
        ("a | c | ?", ("c", "x"), [("a", "|", ("c",))]),
        ("(? > a) | (b > c)", ("x", "b"), [("c", ">", ("b",)), ("a", ">", ("x",))]),
        ("(? > a) | (? > b)", ("x",), [("a", ">", ("x",)), ("b", ">", ("x",))]),
    ],
)
def test_what_loses_beside_an_unknown_is_told_too(expression, rules, lost):
    active = {**TEN, "x": None}
    rate = read_stack(expression.replace("?", "x")).rate(active)
    assert (rate.percent, rate.rules) == (None, rules)
    assert rate.lost == tuple(Loss(*one) for one in lost)


def test_a_name_alone_is_no_expression_of_one_part():
    assert read_stack("a").parts == ()
    assert read_stack("((a))") == read_stack("a")
    assert read_stack("uren", {"uren": ("a",)}) == read_stack("a")


def test_a_table_is_the_highest_of_its_rules():
    groups = {"uren": ("a", "b", "c")}
    assert read_stack("uren", groups) == read_stack("a | b | c")
    assert read_stack("x > uren + y", groups) == read_stack("x > (a | b | c) + y")
    assert read_stack("uren", groups).rate(TEN).rules == ("c",)
