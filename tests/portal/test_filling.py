"""Many hours in one go: a block from Excel, and 'Zelfde als' (S8.3)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.cast import crowd, entry, member, placed, seen, times
from werkbrief.journal.models import Event
from werkbrief.timesheets.actions import approve, change
from werkbrief.timesheets.models import TimeEntry
from werkbrief.words.notation import Typed
from werkbrief.words.weeks import Week

WEEK = Week.of(timezone.localdate()).previous
DAYS = WEEK.days


def address(name, client="anker"):
    return reverse(name, args=[client, WEEK])


@pytest.fixture
def anna(cast, signed_in):
    return signed_in(cast.anna)


def excel(entries, cell):
    """The lines of these entries as a sheet has them: number, then seven cells."""
    lines = {}
    for one in entries:
        lines.setdefault(one.assignment.worker.payroll_number, []).append(cell)
    return "\n".join("\t".join([who, *cells]) for who, cells in lines.items())


@pytest.fixture
def two_hundred(cast):
    return crowd(cast.anker, 200, WEEK, days=7)


def spoil(block, bad):
    """Ten cells that are wrong, each in its own way and its own line."""
    lines = [line.split("\t") for line in block.split("\n")]
    for n, text in enumerate(bad):
        lines[n * 19][1 + n % 7] = text
    return "\n".join("\t".join(line) for line in lines)


BAD = ["ziek", "8.30", "7-99", "0", "25u", "8;8", "7-7:10/30", "7-7", "x", "16-"]


def test_two_hundred_by_seven_with_ten_bad_cells(anna, two_hundred):
    """Each is named with its remedy, and nothing can be stored meanwhile."""
    block = spoil(excel(two_hundred, "8-17/45"), BAD)
    answer = anna.post(address("pasting"), {"tekst": block})
    shown = answer.context
    assert [spot.text for spot, _ in shown["bad"]] == BAD
    for spot, day in shown["bad"]:
        assert spot.who.startswith("Naam")
        assert day in DAYS
        assert len(spot.problem) > 20
    assert shown["count"] == 1390
    assert 'value="fill"' not in answer.content.decode()
    assert not Event.objects.filter(verb="timesheets.changed").exists()


def test_what_is_mended_or_left_is_stored_in_one_go_and_undone(anna, two_hundred):
    block = spoil(excel(two_hundred, "8-17/45"), BAD)
    shown = anna.post(address("pasting"), {"tekst": block}).context["bad"]
    mended = {f"cel-{spot.row}-{spot.column}": "8-17/45" for spot, _ in shown[1:]}
    again = anna.post(address("pasting"), {"tekst": block} | mended).context
    assert again["bad_count"] == 1
    rest = {"tekst": again["text"], "laat": "fout"}
    ready = anna.post(address("pasting"), rest).context
    assert set(TimeEntry.objects.values_list("version", flat=True)) == {1}
    done = anna.post(address("fillings"), {"uren": ready["filling"]}).context["outcome"]
    assert done.sentence == "1399 werkbriefjes opgeslagen."
    assert TimeEntry.objects.filter(version=2, break_minutes=45).count() == 1399
    undone = anna.post(address("undoings"), {"daad": done.undoable})
    assert undone.status_code == 200
    assert not TimeEntry.objects.exclude(break_minutes=30).exists()


def test_one_that_went_stale_stops_all_of_it(cast, anna, two_hundred):
    block = excel(two_hundred, "9u")
    ready = anna.post(address("pasting"), {"tekst": block}).context["filling"]
    one = two_hundred[700]
    change(
        TimeEntry.objects.all(),
        seen(one),
        Typed(total=300),
        by=cast.bram,
        at=timezone.now(),
    )
    answer = anna.post(address("fillings"), {"uren": ready})
    assert answer.status_code == 409
    assert "Intussen gewijzigd" in answer.context["refusal"].sentence
    assert TimeEntry.objects.filter(version=2).count() == 1


def test_a_block_of_many_asks_the_database_no_more_than_one_of_few(cast, anna):
    member(cast.anna, cast.boot)
    counts = []
    for client, workers in ((cast.anker, 5), (cast.boot, 60)):
        entries = crowd(client, workers, WEEK)
        block = excel(entries, "8-17/45")
        with CaptureQueriesContext(connection) as preview:
            ready = anna.post(address("pasting", client.slug), {"tekst": block})
        filling = {"uren": ready.context["filling"]}
        with CaptureQueriesContext(connection) as storing:
            anna.post(address("fillings", client.slug), filling)
        with CaptureQueriesContext(connection) as likening:
            gezien = ",".join(f"{e.pk}:2" for e in entries)
            anna.post(
                address("likenings", client.slug),
                {"gezien": gezien, "bron": "gisteren"},
            )
        counts.append([len(one) for one in (preview, storing, likening)])
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 22


@pytest.mark.parametrize(
    "uren",
    [
        "",
        "x",
        "1:1:1",
        "1:1:9999::::",
        "1:1:a:::",
        "1:1:480:::1441",
        "9" * 19 + ":1::::",
    ],
)
def test_a_filling_that_was_made_up_is_refused(anna, uren):
    assert anna.post(address("fillings"), {"uren": uren}).status_code == 409


def test_another_clients_entry_is_not_there(cast, anna):
    theirs = entry(placed(cast.boot), DAYS[0])
    answer = anna.post(address("fillings"), {"uren": f"{theirs.pk}:1::::480"})
    assert answer.status_code == 409
    assert TimeEntry.objects.get().version == 1


# Zelfde als ---------------------------------------------------------------------------


@pytest.fixture
def week(cast):
    """Kowalski Monday to Wednesday, Nowak on Monday; last week Kowalski on Monday."""
    kowalski, nowak = placed(cast.anker), placed(cast.anker, "Nowak, Piotr")
    entry(kowalski, WEEK.previous.monday, "5:00", "13:00")
    hours = (("6:00", "14:30"), ("7:30", "16:00"), ("7:30", "16:00"))
    days = [entry(kowalski, day, *span) for day, span in zip(DAYS, hours, strict=False)]
    return [*days, entry(nowak, DAYS[0], "9:00", "18:00", 60)]


@pytest.fixture
def liken(anna):
    def liken(*entries, **post):
        versions = seen(*TimeEntry.objects.filter(pk__in=[e.pk for e in entries]))
        post["gezien"] = ",".join(f"{pk}:{v}" for pk, v in versions.items())
        return anna.post(address("likenings"), post)

    return liken


def hours(entry):
    entry.refresh_from_db()
    return entry.start, entry.end, entry.break_minutes


def test_two_days_get_the_hours_of_the_day_before_them(liken, week):
    _monday, tuesday, wednesday, _ = week
    answer = liken(tuesday, wednesday, bron="gisteren")
    assert answer.context["outcome"].sentence == "2 werkbriefjes opgeslagen."
    assert hours(tuesday) == (*times(DAYS[1], "6:00", "14:30"), 30)
    assert hours(wednesday) == (*times(DAYS[2], "6:00", "14:30"), 30)


def test_a_day_gets_the_hours_of_last_week(liken, week):
    liken(week[0], bron="vorige-week")
    assert hours(week[0]) == (*times(DAYS[0], "5:00", "13:00"), 30)


def test_a_day_gets_the_hours_of_a_colleague(liken, week):
    nowak = week[3].assignment_id
    liken(week[0], bron="collega", collega=nowak)
    assert hours(week[0]) == (*times(DAYS[0], "9:00", "18:00"), 60)


def test_what_is_final_is_passed_over_with_a_sentence(cast, liken, week):
    _, tuesday, wednesday, _ = week
    approve(TimeEntry.objects.all(), seen(tuesday), by=cast.anna, at=timezone.now())
    answer = liken(tuesday, wednesday, bron="gisteren")
    told = answer.context["refusal"] or answer.context["outcome"]
    assert "Overgeslagen, staat al vast: Kowalski, Anna" in told.sentence
    assert hours(wednesday)[0] == times(DAYS[2], "7:30", "16:00")[0]


def test_typed_hours_are_shown_before_they_are_overwritten(cast, anna, liken, week):
    _monday, tuesday, *_ = week
    scope, now = TimeEntry.objects.all(), timezone.now()
    change(scope, seen(tuesday), Typed(total=600), by=cast.anna, at=now)
    answer = liken(tuesday, bron="gisteren")
    assert answer.context["overwriting"] == 1
    assert 'id="likened"' in answer.content.decode()
    before = hours(tuesday)
    done = anna.post(address("fillings"), {"uren": answer.context["filling"]})
    assert done.status_code == 200
    assert hours(tuesday) != before


def test_nothing_to_take_over_says_why(liken, week):
    answer = liken(week[3], bron="gisteren")
    assert answer.status_code == 409
    sentence = answer.context["refusal"].sentence
    assert "Er is niets om gelijk te maken." in sentence
    assert "daar staan geen uren" in sentence


@pytest.mark.parametrize("post", [{"bron": "x"}, {}, {"bron": "collega"}])
def test_a_likeness_to_nothing_is_refused(liken, week, post):
    assert liken(week[0], **post).status_code in (409, 422)
