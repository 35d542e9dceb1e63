"""The back office hands over a week and sees what became of it."""

import io
import zipfile

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import MONDAY, NOW, WEEK, crowd, person, placed
from tests.exchange.handing import agreed, approve, approved, receiver, retimed
from werkbrief.accounts.sealing import unseal
from werkbrief.exchange.actions import export
from werkbrief.exchange.models import Batch, Delivery, Layout, Receiver
from werkbrief.staffing.models import AgencyRole, Role

HERE = f"?week={WEEK}"


@pytest.fixture
def made(cast):
    agreed(cast.anker)
    return approved(cast, placed(cast.anker, number="1001"), MONDAY)


@pytest.fixture
def keeper(cast, signed_in):
    """Kees of the back office, signed in."""
    kees = person("Kees Kasdorp")
    AgencyRole.objects.create(agency=cast.agency, user=kees, role=Role.BACK_OFFICE)
    return signed_in(kees)


def at(name, **args):
    return reverse(f"office_delivery{name}", kwargs=args)


def hand_over(keeper, to, deed="leveren"):
    address = at("_batches", receiver=to.pk) + HERE
    return keeper.post(address, {"daad": deed}, follow=True)


def test_looking_over_hands_over_nothing(cast, keeper, made):
    to = receiver(cast)
    page = hand_over(keeper, to, "nakijken")
    assert "<dt>nieuw</dt><dd>1</dd>" in page.content.decode()
    assert not Batch.objects.exists()


def test_a_week_is_handed_over_and_each_card_shows_its_fate(cast, keeper, made):
    to = receiver(cast)
    page = hand_over(keeper, to).content.decode()
    assert "TC-2026-W47-1001" in page
    assert "staat klaar" in page
    again = hand_over(keeper, to)
    assert again.status_code == 409
    assert "niets nieuws" in again.content.decode()
    retimed(cast, made, 60)
    assert "gecorrigeerd" in hand_over(keeper, to).content.decode()


def test_what_cannot_go_says_why(cast, keeper):
    approved(cast, placed(cast.anker), MONDAY)
    to = receiver(cast)
    assert "nog geen cao" in hand_over(keeper, to, "nakijken").content.decode()
    assert "kon niet mee" in hand_over(keeper, to).content.decode()


def test_the_messages_come_as_they_were_frozen(cast, keeper, made):
    hand_over(keeper, receiver(cast, "1.4-xml"))
    one = Delivery.objects.get()
    answer = keeper.get(at("_message", delivery=one.pk))
    assert answer.content.decode() == one.message
    assert "attachment" in answer["Content-Disposition"]
    packed = b"".join(keeper.get(at("_file", batch=one.batch_id)))
    (name,) = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert name == f"{one.timecard.document}-v1.xml"


def test_another_agencys_batches_and_receivers_do_not_exist(cast, signed_in, made):
    theirs = person("Dirk Duinrand")
    AgencyRole.objects.create(
        agency=cast.other_agency, user=theirs, role=Role.ADMINISTRATOR
    )
    to = receiver(cast)
    layout = Layout.objects.create(agency=cast.agency, name="x", columns=["hours"])
    browser = signed_in(theirs)
    assert browser.get(at("")).status_code == 200

    batch = export(to, WEEK, by=None, at=NOW)
    one = batch.deliveries.get().pk
    period = f"?van=16-11-2026&tot=22-11-2026&indeling={layout.pk}"
    for address in (
        at("_batch", batch=batch.pk),
        at("_file", batch=batch.pk),
        at("_message", delivery=one),
        at("_receiver", receiver=to.pk),
        at("_layout", layout=layout.pk),
        at("_payroll") + period,
    ):
        assert browser.get(address).status_code == 404, address
    for address in (at("_batches", receiver=to.pk), at("_attempts", delivery=one)):
        assert browser.post(address).status_code == 404, address


def test_a_job_coach_has_no_menu_item_for_it(cast, signed_in):
    page = signed_in(cast.jet).get(reverse("office_import")).content.decode()
    assert "Inlezen" in page
    assert "Leveren" not in page


FILLED = {
    "name": "Nmbrs",
    "form": "2.0-json",
    "transport": "rest",
    "address": "https://loon.example/setu",
    "secret": "heel geheim",
    "surcharge_style": "consolidated",
    "break_style": "total",
    "day_assignment": "start",
    "decimals": "2",
    "codes": "ploeg = HT300\nnacht=HT320",
}


def test_a_receiver_is_kept_with_its_secret_sealed(cast, keeper):
    keeper.post(at("_receiver_new"), FILLED)
    kept = Receiver.objects.get()
    assert kept.codes == {"ploeg": "HT300", "nacht": "HT320"}
    assert unseal(kept.secret) == "heel geheim"
    page = keeper.get(at("_receiver", receiver=kept.pk)).content.decode()
    assert "heel geheim" not in page
    keeper.post(at("_receiver", receiver=kept.pk), FILLED | {"secret": ""})
    assert unseal(Receiver.objects.get().secret) == "heel geheim"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"address": "http://loon.example"}, "begint met https://"),
        ({"transport": "sftp", "address": "sftp://x"}, "vingerafdruk"),
        ({"form": "1.4-xml", "surcharge_style": "split"}, "kent geen gesplitste"),
        ({"codes": "ploeg HT300"}, "is niet te lezen"),
        ({"supplier_kvk": "abc"}, "geldige waarde"),
    ],
)
def test_a_receiver_that_cannot_work_is_refused_at_the_field(keeper, fields, says):
    answer = keeper.post(at("_receiver_new"), FILLED | fields)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Receiver.objects.exists()


def test_the_payroll_file_has_the_columns_of_its_layout(cast, keeper, made):
    text = {"name": "kort", "form": "csv", "separator": ";", "columns": "Uren\nNaam"}
    assert keeper.post(at("_layout_new"), text).status_code == 302
    layout = Layout.objects.get()
    period = {"van": "16-11-2026", "tot": "22-11-2026", "indeling": layout.pk}
    answer = keeper.get(at("_payroll"), period)
    assert b"".join(answer).decode().lstrip("\ufeff").split("\r\n")[:2] == [
        "Uren;Naam",
        "08:00;Kowalski, Anna",
    ]
    del period["indeling"]
    book = openpyxl.load_workbook(
        io.BytesIO(b"".join(keeper.get(at("_payroll"), period)))
    )
    assert book.active["D2"].value == "Kowalski, Anna"


def test_a_column_that_does_not_exist_is_named(keeper):
    text = {"name": "kort", "form": "csv", "separator": ";", "columns": "Salaris"}
    answer = keeper.post(at("_layout_new"), text)
    assert "“Salaris” is geen kolom" in answer.content.decode()


def test_a_period_of_years_is_refused(keeper):
    answer = keeper.get(at("_payroll"), {"van": "1-1-2020", "tot": "1-1-2026"})
    assert (answer.status_code, "hooguit een jaar" in answer.content.decode()) == (
        422,
        True,
    )


def test_the_screen_asks_as_much_for_two_batches_as_for_ten(cast, keeper):
    agreed(cast.anker)
    to = receiver(cast)
    counts = []
    for number in (2, 10):
        for made in crowd(cast.anker, 1, days=1):
            approve(cast, made)
        for _ in range(number):
            retimed(cast, to_entry(cast), 1)
            hand_over(keeper, to)
        with CaptureQueriesContext(connection) as asked:
            keeper.get(at("") + HERE)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def to_entry(cast):
    return cast.anker.time_entries.order_by("-pk").first()


def test_who_opens_it_without_a_week_gets_last_week(keeper):
    page = keeper.get(at("")).content.decode()
    assert "Uren leveren · week" in page
    assert keeper.get(at("") + "?week=onzin").status_code == 200
