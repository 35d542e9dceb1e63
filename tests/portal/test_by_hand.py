"""E60: the lines of an entry on screen, each to be set by hand, with a reason."""

import re

import pytest
from django.urls import reverse

from tests.cast import NOW, WEEK, entry, placed, seen
from tests.pay.test_reads import agree, day
from werkbrief.pay.models import LineOverride
from werkbrief.staffing.models import Right
from werkbrief.timesheets.actions import approve, change
from werkbrief.words.notation import Typed


@pytest.fixture
def evening(cast):
    agree(cast.anker)
    return entry(placed(cast.anker), day(1), "15:00", "23:30", 30)


@pytest.fixture
def at(evening):
    def at(name, **more):
        kwargs = {"client": "anker", "week": WEEK, "entry": evening.pk} | more
        return reverse(name, kwargs=kwargs)

    return at


@pytest.fixture
def post(cast, signed_in, at):
    anna = signed_in(cast.anna)

    def post(percentage="135", reason="afgesproken", line="0|avond|150|210"):
        fields = {"regel": line, "percentage": percentage, "reden": reason}
        return anna.post(at("pay_by_hand"), fields)

    return post


def text(answer):
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_both_rates_stand_on_the_page_and_in_the_dialog(cast, signed_in, post, at):
    assert post("137,5").status_code == 302
    anna = signed_in(cast.anna)
    page = text(anna.get(at("pay_by_hand")))
    assert "3:30 avond art. 28.1.c.ii berekend 150% · met de hand 137,5%" in page
    assert "Gezet door Anna Anker op" in page
    dialog = text(anna.get(at("entry")))
    assert "3:30 3:30 150% 137,5% met de hand · avond" in dialog
    assert "loonregel met de hand gezet door Anna Anker: 3:30 avond, 150% → 137,5%" in (
        dialog
    )


def test_a_refusal_stands_at_its_line_with_what_was_typed(post):
    for percentage, reason, sentence in (
        ("35", "zo", "Gewerkte uren worden minstens 100% betaald."),
        ("veel", "zo", "Vul een percentage in, zoals 135 of 128,44."),
        ("135", " ", "Schrijf in één zin waarom."),
    ):
        answer = post(percentage, reason)
        assert answer.status_code == 422
        assert sentence in text(answer)
        assert f'value="{percentage}"' in answer.content.decode()
    assert post(line="0|avond|150|200").status_code == 409
    assert post(line="zomaar").status_code == 409
    assert not LineOverride.objects.exists()


def test_back_to_what_is_computed_twice_is_harmless(cast, signed_in, post, at):
    post()
    anna = signed_in(cast.anna)
    address = at("pay_computed", override=LineOverride.objects.get().pk)
    assert [anna.post(address).status_code for _ in range(2)] == [302, 302]
    assert not LineOverride.objects.exists()


def test_a_changed_computation_marks_the_cell_and_can_be_judged_when_final(
    cast, signed_in, evening, post, at
):
    post()
    scope = cast.anker.time_entries.all()
    change(scope, seen(evening), Typed(end=22 * 60), by=cast.anna, at=NOW)
    evening.refresh_from_db()
    approve(scope, seen(evening), by=cast.anna, at=NOW)
    anna = signed_in(cast.anna)
    warnings = reverse("warnings", kwargs={"client": "anker", "week": WEEK})
    assert "Te beoordelen loonregel: avond." in text(anna.get(warnings))
    assert "te beoordelen · avond" in text(anna.get(at("entry")))
    page = anna.get(at("pay_by_hand"))
    assert "Van 150% op 135% gezet door Anna Anker" in text(page)
    assert 'value="afgesproken"' in page.content.decode()
    assert post(line="0|avond|150|120").status_code == 302
    assert "Te beoordelen" not in text(anna.get(warnings))
    assert post("140", line="0|avond|150|120").status_code == 409


def test_who_may_not_set_pay_sees_both_and_no_way_to_it(cast, signed_in, post, at):
    post()
    cast.annas.rights.remove(Right.SET_PAY)
    cast.annas.save()
    page = signed_in(cast.anna).get(at("entry"))
    assert "met de hand · avond" in text(page)
    assert at("pay_by_hand") not in page.content.decode()
