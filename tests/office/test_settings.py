"""The agency's own settings (S0.4, S0.6)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from werkbrief.journal.models import Event
from werkbrief.staffing.models import Agency, AgencyRole, Role

PAGE = "/kantoor/instellingen/"
PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


@pytest.fixture
def dirk(cast, signed_in):
    AgencyRole.objects.filter(user=cast.jet).update(role=Role.ADMINISTRATOR)
    return signed_in(cast.jet)


def typed(browser, **other):
    form = browser.get(PAGE).context["form"]
    shown = {name: form[name].value() for name in form.fields if name != "logo"}
    return {k: v for k, v in shown.items() if v not in (None, False)} | other


def test_name_phone_deadline_and_second_step_are_kept(cast, dirk):
    wanted = {
        "name": "Kasdorp & Zn",
        "deadline_weekday": "2",
        "deadline_minutes": "1100",
        "requires_second_factor": "on",
    }
    assert dirk.post(PAGE, typed(dirk, **wanted)).status_code == 302
    agency = Agency.objects.get(pk=cast.agency.pk)
    assert (agency.deadline_weekday, agency.deadline_minutes) == (2, 660)
    assert agency.requires_second_factor
    change = Event.objects.get(verb="staffing.kept").changes.get()
    assert change.after["name"] == "Kasdorp & Zn"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("brand_color", "rood", ""),
        ("deadline_minutes", "25:00", "is geen tijd"),
        ("host", "uren.kasdorp.nl", "nog niet toegelaten"),
        ("name", "", "verplicht"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(dirk, field, value, told):
    page = dirk.post(PAGE, typed(dirk, **{field: value}))
    assert page.status_code == 422
    assert told in str(page.context["form"].errors[field])


def test_a_host_belongs_to_one_agency(cast, dirk, settings):
    settings.ALLOWED_HOSTS = ["uren.nl", "testserver"]
    Agency.objects.filter(pk=cast.other_agency.pk).update(host="uren.nl")
    page = dirk.post(PAGE, typed(dirk, host="uren.nl"))
    assert "al van een ander bureau" in page.content.decode()


def test_a_stale_screen_changes_nothing(cast, dirk):
    old = typed(dirk, phone="1")
    dirk.post(PAGE, typed(dirk, phone="2"))
    assert dirk.post(PAGE, old).status_code == 409
    assert Agency.objects.get(pk=cast.agency.pk).phone == "2"


def test_a_logo_stands_above_every_page_until_it_is_taken_down(cast, dirk, client):
    dirk.post(PAGE, typed(dirk, logo=SimpleUploadedFile("x.png", PNG)))
    digest = Agency.objects.get(pk=cast.agency.pk).logo_digest
    address = f"/huisstijl/logo/{digest}"
    assert address in dirk.get("/kantoor/logboek/").content.decode()
    image = client.get(address)
    assert (image.content, image["Content-Type"]) == (PNG, "image/png")
    assert image["X-Content-Type-Options"] == "nosniff"
    assert "Vary" not in image or "Cookie" not in image["Vary"]
    dirk.post(PAGE, typed(dirk, without_logo="on"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"GIF8" + b"0" * 200_001]
)
def test_what_is_no_small_image_hangs_nowhere(cast, dirk, content):
    file = SimpleUploadedFile("logo.png", content, content_type="image/png")
    page = dirk.post(PAGE, typed(dirk, logo=file, phone="9"))
    assert "Kies een PNG, JPEG of GIF" in page.content.decode()
    agency = Agency.objects.get(pk=cast.agency.pk)
    assert (agency.logo_digest, agency.phone) == ("", cast.agency.phone)
