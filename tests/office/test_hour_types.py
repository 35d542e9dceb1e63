"""The agency's own hour types: master data that all that is paid follows (S7)."""

import io
from decimal import Decimal

import openpyxl
import pytest

from tests.cast import MONDAY, WEEK, placed
from tests.exchange.handing import agreed, approved, hand_over, receiver
from tests.exchange.test_payroll import LAST, layout, read
from werkbrief.exchange.payroll import USUAL, paid_lines, payroll_csv
from werkbrief.journal.models import Event
from werkbrief.pay.reads import hour_types_of
from werkbrief.staffing.models import AgencyRole, HourKind, HourType, Role

LIST = "/kantoor/uursoorten/"


@pytest.fixture
def ria(cast, signed_in):
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.BACK_OFFICE)
    return signed_in(cast.jet)


@pytest.fixture
def evening(cast):
    """Tuesday from three until half past eleven, after eight at 150 %."""
    agreed(cast.anker)
    worker = placed(cast.anker, number="00123")
    return approved(cast, worker, WEEK.days[1], "15:00", "23:30", 30)


def named(cast, name, code="", kind=HourKind.IRREGULAR, **fields):
    return HourType.objects.create(
        agency=cast.agency, name=name, code=code, kind=kind, **fields
    )


def sorts(cast, *columns):
    """What the payroll file says of the normal hours and of the evening."""
    lines = paid_lines(cast.agency, MONDAY, LAST)
    text = "".join(payroll_csv(lines, layout(cast, *columns)))
    return read(text)[1:]


def test_one_is_added_renamed_and_put_away(cast, ria):
    typed = {"name": "Avond", "code": "3250", "kind": "irregular", "percent": "150,0"}
    ria.post(f"{LIST}nieuw/", typed)
    made = cast.agency.hour_types.get()
    assert (made.code, made.percent) == ("3250", Decimal(150))
    twice = ria.post(f"{LIST}nieuw/", typed)
    assert "Deze uursoort is er al" in twice.content.decode()
    one = f"{LIST}{made.pk}/"
    seen = ria.get(one).context["form"]["gezien"].value()
    renamed = typed | {"name": "Avonduren", "gezien": seen}
    assert ria.post(one, renamed).status_code == 302
    assert ria.post(one, renamed | {"name": "Laat"}).status_code == 409
    assert "Avonduren" in ria.get(LIST).content.decode()
    ria.post(f"{one}archief/")
    assert "Avonduren staat in het archief" in ria.get(LIST).content.decode()
    assert "Avonduren" not in ria.get(LIST).content.decode()
    assert "Avonduren" in ria.get(f"{LIST}?archief").content.decode()
    verbs = ["staffing.made", "staffing.kept", "staffing.archived"]
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == verbs


def test_an_unpaid_sort_is_none_and_anothers_is_not_there(cast, ria):
    wrong = ria.post(f"{LIST}nieuw/", {"name": "Pauze", "kind": "break"})
    assert wrong.status_code == 422
    theirs = HourType.objects.create(
        agency=cast.other_agency, name="Avond", kind=HourKind.IRREGULAR
    )
    assert ria.get(f"{LIST}{theirs.pk}/").status_code == 404


def test_without_a_list_hours_are_called_what_they_are(cast, evening):
    told = sorts(cast, "hour_code", "hour_type", "code")
    assert told == [["", "normaal", "HT100"], ["", "onregelmatig", "HT320"]]


def test_the_narrowest_that_fits_names_the_hours(cast, evening):
    named(cast, "Gewoon", "1000", HourKind.REGULAR)
    named(cast, "Onregelmatig", "3200")
    assert sorts(cast, "hour_code") == [["1000"], ["3200"]]
    named(cast, "Anderhalf", "3250", percent=150)
    named(cast, "Dubbel", "3300", percent=200)
    assert sorts(cast, "hour_code") == [["1000"], ["3250"]]
    rules = sorts(cast, "rules")[1][0]
    late = named(cast, "Ploeg laat", "4000", HourKind.SHIFT, rule=rules)
    told = sorts(cast, "hour_code", "hour_type", "code", "kind")
    assert told[1] == ["4000", "Ploeg laat", "HT300", "ploegentoeslag"]
    late.archived_on = MONDAY
    late.save()
    assert sorts(cast, "hour_code")[1] == ["3250"]


def test_the_usual_payroll_file_and_the_weeks_workbook_follow_it(
    cast, evening, signed_in
):
    named(cast, "Onregelmatig", "3200")
    assert USUAL[-2:] == ["hour_code", "hour_type"]
    page = signed_in(cast.anna).get(f"/klanten/anker/weken/{WEEK}/werkbriefjes/excel/")
    book = openpyxl.load_workbook(io.BytesIO(page.content))
    rows = list(book["Loonregels"].values)
    place = rows[0].index("Uursoort")
    assert [row[place] for row in rows[1:3]] == ["normaal", "Onregelmatig"]


@pytest.mark.parametrize("key", ["3200", "Avonduren"])
def test_a_receiver_maps_from_it_and_the_standard_follows_its_sort(cast, evening, key):
    late = named(cast, "Avonduren", "3200", percent=150)

    def codes(to):
        (one,) = hand_over(to).values()
        return [line["code"] for line in one.content["lines"]]

    assert codes(receiver(cast)) == ["HT100", "HT320"]
    mapped = receiver(cast, name="eigen", codes={key: "HT330"})
    assert codes(mapped) == ["HT100", "HT330"]
    late.rule, late.kind = sorts(cast, "rules")[1][0], HourKind.SHIFT
    late.save()
    assert codes(receiver(cast, name="ploeg")) == ["HT100", "HT300"]


def test_a_list_is_asked_once(cast, django_assert_num_queries):
    for n in range(30):
        named(cast, f"Soort {n}", str(n))
    with django_assert_num_queries(1):
        found = hour_types_of(cast.agency)
        assert found.of((), None).name == "normaal"
