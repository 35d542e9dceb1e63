"""What was approved is handed over once; a second time only the difference."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MONDAY, NOW, WEEK, crowd, placed
from tests.exchange.files import everything
from tests.exchange.handing import (
    agreed,
    approve,
    approved,
    hand_over,
    one_card,
    receiver,
    reopened,
    retimed,
)
from werkbrief.exchange.actions import export
from werkbrief.exchange.refusals import NothingNew
from werkbrief.exchange.timecards.rules import broken_rules
from werkbrief.exchange.timecards.wire import read_wire
from werkbrief.journal.models import Event

PLAIN = ("7:00", "15:30", 30)


@pytest.fixture
def kas(cast):
    agreed(cast.anker)
    return placed(cast.anker, number="1001")


def test_exporting_twice_hands_over_nothing_twice(cast, kas):
    approved(cast, kas, MONDAY, *PLAIN)
    to = receiver(cast)
    export(to, WEEK, by=cast.jet, at=NOW)
    before = everything()
    with pytest.raises(NothingNew, match="al geleverd"):
        export(to, WEEK, by=cast.jet, at=NOW)
    assert everything() == before


def test_a_second_export_gives_only_the_difference(cast, kas):
    other = placed(cast.anker, number="1002")
    made = approved(cast, kas, MONDAY, *PLAIN)
    approved(cast, other, MONDAY, *PLAIN)
    to = receiver(cast)
    assert len(hand_over(to)) == 2
    retimed(cast, made, 30)
    assert one_card(to).timecard.assignment == kas


def test_only_what_was_approved_goes_out(cast, kas):
    crowd(cast.anker, 2)
    made = approved(cast, kas, MONDAY, *PLAIN)
    assert one_card(receiver(cast)).content["lines"][0]["entry"] == made.pk


def test_what_was_handed_over_never_changes(cast, kas):
    made = approved(cast, kas, MONDAY, *PLAIN)
    to = receiver(cast)
    first = one_card(to)
    message = first.message
    retimed(cast, made, 60)
    one_card(to)
    first.refresh_from_db()
    assert first.message == message


def test_a_withdrawn_card_that_is_approved_again_comes_back_as_new(cast, kas):
    made = approved(cast, kas, MONDAY, *PLAIN)
    to = receiver(cast)
    one_card(to)
    reopened(made)
    assert one_card(to).step == "withdrawn"
    approve(cast, made)
    back = one_card(to)
    assert (back.step, back.revision) == ("new", 3)
    assert back.content["lines"][0]["id"].endswith("-2"), "no number is used twice"


def test_a_card_that_cannot_go_is_held_with_the_reason_and_told_once(cast):
    """Without a collective agreement nobody knows what the hours are worth."""
    card = placed(cast.anker)
    approved(cast, card, MONDAY, *PLAIN)
    to = receiver(cast)
    held = one_card(to)
    assert (held.fate, held.message) == ("held", "")
    assert "nog geen cao" in held.told
    with pytest.raises(NothingNew):
        export(to, WEEK, by=None, at=NOW)
    agreed(cast.anker)
    assert (one_card(to).fate, one_card_count(to)) == ("ready", 2)


def one_card_count(to):
    return sum(batch.deliveries.count() for batch in to.batches.all())


def test_a_percentage_that_is_unknown_holds_the_card(cast):
    agreed(cast.anker, tags=["ploegendienst"])
    approved(cast, placed(cast.anker), MONDAY, *PLAIN)
    assert "nog te bepalen" in one_card(receiver(cast)).told


def test_an_hour_type_that_nobody_chose_holds_the_card(cast, kas):
    approved(cast, kas, MONDAY, *PLAIN)
    to = receiver(cast, codes={"regular": "Overuren"})
    assert "“Overuren” is geen uursoort van SETU 2.0" in one_card(to).told


def test_each_receiver_has_its_own_batches(cast, kas):
    approved(cast, kas, MONDAY, *PLAIN)
    assert one_card(receiver(cast, "2.0-xml")).revision == 1
    assert one_card(receiver(cast, "1.4-xml")).revision == 1


def test_another_agency_hands_over_nothing_of_ours(cast, kas):
    approved(cast, kas, MONDAY, *PLAIN)
    theirs = receiver(cast)
    theirs.agency = cast.other_agency
    theirs.save()
    with pytest.raises(NothingNew):
        export(theirs, WEEK, by=cast.daan, at=NOW)


def test_an_export_stands_in_the_journal(cast, kas):
    approved(cast, kas, MONDAY, *PLAIN)
    export(receiver(cast), WEEK, by=cast.jet, at=NOW)
    event = Event.objects.get(verb="exchange.exported")
    assert (event.by, event.changes.count()) == (cast.jet, 1)


def test_a_hundred_cards_ask_no_more_of_the_database_than_two(cast):
    agreed(cast.anker)
    counts = []
    for workers in (2, 100):
        for made in crowd(cast.anker, workers):
            approve(cast, made)
        to = receiver(cast, name=f"voor {workers}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            export(to, WEEK, by=None, at=NOW)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"hours": "8,00"}, "geen aantal uren"),
        ({"hours": "-8.00"}, "geen aantal uren"),
        ({"hours": "0.00"}, "tussen 0 en 24"),
        ({"hours": "9.00"}, "past niet tussen"),
        ({"start": "gisteren"}, "geen tijd"),
        ({"end": "2026-11-16T06:00:00"}, "niet na het begin"),
        ({"start": "2026-12-01T07:00:00", "end": ""}, "buiten de week"),
        ({"code": "Overuren"}, "geen uursoort"),
        ({"percent": "-50"}, "geen percentage"),
    ],
)
def test_what_the_schemas_let_through_does_not_pass(cast, kas, fields, says):
    approved(cast, kas, MONDAY, *PLAIN)
    content = one_card(receiver(cast)).content
    content["lines"][0] |= fields
    content["total"] = content["lines"][0]["hours"]
    assert says in " ".join(broken_rules(read_wire(content), "2.0-json"))


def test_rounded_lines_add_up_to_the_rounded_total(cast):
    """Three times twenty minutes is an hour, not 0.99."""
    agreed(cast.anker, "schoonmaak")
    cleaner = placed(cast.anker)
    for hour in ("7:00", "9:00", "11:00"):
        approved(cast, cleaner, MONDAY, hour, hour.replace(":00", ":20"), 0)
    content = one_card(receiver(cast)).content
    worked = [n["hours"] for n in content["lines"] if n["code"] == "HT100"]
    assert sorted(worked) == ["0.33", "0.33", "0.34"]
