"""What the annex says of law and agreement reads in the reader's language too."""

import random
import re

import pytest
from django.utils.translation import gettext

from ontrafelaar import Shift, findings, packs
from werkbrief.pay.reads.law import in_words, name_and_number, rule_in_words
from werkbrief.pay.reads.rule_names import CHOICES, RULES
from werkbrief.ui.tongues import speaking

MONDAY = 29_500 * 1440 - 29_500 * 1440 % 10_080
DUTCH = re.compile(r"\b(rust|dienst|week|weken|dagen|uur|hoogste|minste|niet|een|is)\b")
WHO = (
    {},
    {"law": "chauffeur"},
    {"tags": frozenset({"16-17"})},
    {"tags": frozenset({"15", "schoolweek"})},
)
ROUNDS = 150


def some_weeks(seed):
    """Long days, short nights, Sundays: whatever may break a rule."""
    dice = random.Random(seed)
    shifts, start = [], MONDAY
    for number in range(dice.randint(4, 40)):
        length = dice.choice((240, 480, 600, 660, 750, 900))
        pause = dice.choice((0, 15, 30, 60))
        shifts.append(Shift(number, start, start + length, pause))
        start += length + dice.choice((300, 500, 700, 840, 1200, 2000))
    return shifts


@pytest.fixture(scope="module")
def told():
    found = set()
    for seed in range(ROUNDS):
        shifts = some_weeks(seed)
        since = shifts[0].start // 1440
        for who in WHO:
            found.update(f.sentence for f in findings(shifts, known_since=since, **who))
    return found


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_finding_of_the_law_is_translated(told, language):
    with speaking(language):
        words = {sentence: in_words(sentence) for sentence in told}
    shapes = {re.sub(r"[\d:.]+", "#", sentence) for sentence in told}
    assert len(shapes) > 15, "enough different ones to say something"
    left = [text for text in words.values() if DUTCH.search(text.replace("week;", ""))]
    if language == "pl":
        assert left == []
    assert [s for s, text in words.items() if s == text] == []


def test_the_sum_and_the_article_are_carried_over():
    with speaking("en"):
        told = in_words("12:30 gewerkt in één dienst; ten hoogste 12:00 (ATW 5:7.2).")
    assert told == "12:30 worked in one shift; at most 12:00 (ATW 5:7.2)."


def test_what_is_not_known_stays_as_it_is():
    with speaking("pl"):
        assert in_words("Iets heel anders (art. 3).") == "Iets heel anders (art. 3)."


def test_in_dutch_it_stays_as_the_annex_says_it():
    sentence = "12:30 gewerkt in één dienst; ten hoogste 12:00 (ATW 5:7.2)."
    assert in_words(sentence) is sentence
    assert rule_in_words("nacht") == "nacht"


def test_every_rule_of_our_own_packs_has_a_name_in_every_language():
    """Red? Give it a line in pay/reads/rule_names.py."""
    rules = [rule for pack in packs() for rule in pack.rules]
    assert {name_and_number(rule.name)[0] for rule in rules} - set(RULES) == set()
    assert {rule.choice for rule in rules if rule.choice} - set(CHOICES) == set()
    with speaking("pl"):
        assert gettext("overwerk") == rule_in_words("overwerk") == "nadgodziny"
