"""Why this and why not that: each reason is the true one, in three languages."""

import pytest

from ontrafelaar import packs, read_convention, read_facts, read_shifts, unravel
from ontrafelaar.explaining import LANGUAGES
from ontrafelaar.wording import WORDS

RULES = """
avond = { pay = "30%", when = "alle 20:00-24:00", art = "1" }
ploeg = { pay = "10%", when = "alle 0:00-6:00", if = "ploegendienst", art = "2" }
dagmax = { pay = "50%", over = "9:00 per dag", art = "3" }
week = { pay = "35%", over = "38:00 per week", if = "lange week", art = "4" }
deeltijd = { pay = "5%", over = "contract per week", art = "5" }
buiten = { pay = "5%", when = "buiten rooster", art = "6" }
maaltijd = { pay = "€ 15,73 per dienst", when = "alle 20:00-21:00", art = "7" }
gat = { pay = "100%", kind = "gat tot 1:00", art = "8" }
"""
PAY = "avond | ploeg | dagmax | week | deeltijd | buiten"


@pytest.fixture
def told(small):
    pack = small(RULES, PAY)

    def told(shifts, *, language="nl", key=None, facts=None, **convention):
        outcome = unravel(
            read_shifts(shifts),
            pack,
            convention=read_convention(convention),
            facts=read_facts(facts or {}),
        )
        return outcome.explain(language, key)

    return told


def about(sentences, name):
    (one,) = [one for one in sentences if one.startswith(f"{name} ")]
    return one.removeprefix(f"{name} ")


@pytest.mark.parametrize(
    ("facts", "name", "reason"),
    [
        ({}, "avond", "(art. 1) geldt niet: er is niet gewerkt op alle 20:00-24:00."),
        ({}, "ploeg", "(art. 2) geldt niet: aan “ploegendienst” is niet voldaan."),
        (
            {"tags": ["ploegendienst"]},
            "ploeg",
            "(art. 2) geldt niet: er is niet gewerkt op alle 0:00-6:00.",
        ),
        (
            {"tags": ["lange week"]},
            "week",
            "(art. 4) geldt niet: de grens 38:00 per week is niet bereikt.",
        ),
        (
            {},
            "deeltijd",
            "(art. 5) is niet beoordeeld: de contracturen zijn niet bekend.",
        ),
        (
            {"contract": "20:00"},
            "deeltijd",
            "(art. 5) geldt niet: de grens contract per week is niet bereikt.",
        ),
        ({}, "buiten", "(art. 6) is niet beoordeeld: er is geen rooster bekend."),
        ({}, "gat", "(art. 8) geldt niet: er was geen gat tot 1:00."),
    ],
)
def test_the_reason_why_not_is_the_true_one(told, facts, name, reason):
    assert about(told("2026-02-02 08:00-16:00", facts=facts), name) == reason


def test_days_that_nobody_told_of_are_not_called_unworked(small):
    rules = "vast = { pay = '50%', when = 'alle', if = '1 van 2 en rit', art = '1' }"
    pack, week = small(rules, "vast"), "2026-02-16 08:00-12:00"
    not_judged = "is niet beoordeeld: welke dagen ervoor gewerkt zijn is niet bekend."
    unmet = "geldt niet: aan “1 van 2 en rit” is niet voldaan."
    for shifts, facts, reason in (
        (f"{week} #rit", {}, not_judged),
        (week, {}, unmet),
        (f"{week} #rit", {"gewerkt": []}, unmet),
        (f"{week} #rit; 2026-02-01 08:00-12:00", {}, unmet),
    ):
        outcome = unravel(read_shifts(shifts), pack, facts=read_facts(facts))
        assert about(outcome.explain(), "vast") == f"(art. 1) {reason}"
        flags = [flag.code for flag in outcome.flags]
        assert ("gewerkt" in flags) is (not facts and "02-01" not in shifts)


def test_a_rule_that_was_left_out_by_agreement_is_not_called_unreached(told):
    found = told("2026-02-02 07:00-18:00", zonder="dagmax")
    assert "niet toegepast" in about(found, "dagmax")


def test_hours_paid_as_normal_by_agreement_say_so(told):
    found = told("2026-02-02 20:00-22:00", normaal="avond")
    assert "100% door avond" in found[0]
    assert found[0].endswith("Afgesproken is dat dit als normale uren betaald wordt.")


@pytest.mark.parametrize(
    ("shift", "placed", "sentence"),
    [
        (
            "2026-02-02 18:00-22:00 /30",
            "laagste",
            (
                "Pauze 0:30 ma 02-02-2026 18:00–18:30: op de minuten met de laagste "
                "toeslag, de vroegste eerst."
            ),
        ),
        (
            "2026-02-02 18:00-22:00 /30",
            "na 1:00",
            "Pauze 0:30 ma 02-02-2026 19:00–19:30: na zo veel uur werken: 1:00.",
        ),
        (
            "2026-02-02 18:00-22:00 /30",
            "naar rato",
            "Pauze 0:30: van alle uren naar rato.",
        ),
    ],
)
def test_where_the_break_went_and_why_there(told, shift, placed, sentence):
    assert sentence in told(shift, pauze=placed)


def test_an_amount_is_told_with_its_euros(told):
    assert "€ 15,73 maaltijd (art. 7)." in told("2026-02-02 18:00-22:00")


def test_of_one_shift_a_limit_is_not_reached_in_that_shift(told):
    found = told("2026-02-02 08:00-16:00; 2026-02-03 07:00-17:00", key=0)
    assert about(found, "dagmax").endswith("is in deze dienst niet bereikt.")


def test_every_language_has_every_word():
    assert set(WORDS) == set(LANGUAGES)
    assert all(set(WORDS[language]) == set(WORDS["nl"]) for language in LANGUAGES)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.file)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_every_pack_is_told_of_one_way_or_the_other(pack, language):
    """In a week with nights, a weekend and long days, nothing is passed over."""
    week = "2026-02-02..06 13:00-01:30; 2026-02-07..08 08:00-18:00 /45"
    told = " ".join(unravel(read_shifts(week), pack).explain(language))
    assert not [rule.name for rule in pack.rules if rule.name not in told]
