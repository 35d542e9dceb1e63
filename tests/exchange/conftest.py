"""An agency with three clients, and a Monday morning."""

from datetime import UTC, date, datetime
from ipaddress import ip_network

import pytest

from tests.cast import MONDAY, placed
from tests.exchange.back_office import BackOffice
from tests.exchange.handing import agreed, approved
from werkbrief.exchange.actions import import_planning
from werkbrief.exchange.arrivals import read_arrival
from werkbrief.staffing.models import Agency, Client

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _next_door(settings):
    """The back offices of these tests stand on this machine."""
    settings.REACHABLE = [ip_network("127.0.0.0/8")]


@pytest.fixture
def agency(db):
    agency = Agency.objects.create(name="Kasdorp", slug="kasdorp")
    for name, number in (("Anker", "K-100"), ("Boot Bloemen", ""), ("Coco's", "")):
        slug = name.lower().replace(" ", "-").replace("'", "")
        Client.objects.create(agency=agency, name=name, slug=slug, number=number)
    return agency


@pytest.fixture
def anker(agency):
    return agency.clients.get(slug="anker")


@pytest.fixture
def take(agency):
    """Read a file and import it, as the command does."""

    def take(content, *, is_trial=False):
        reading = read_arrival(content, near=TODAY)
        return import_planning(
            reading, agency=agency, by=None, at=NOW, is_trial=is_trial
        )

    return take


@pytest.fixture
def office():
    """A back office on the other side."""
    server = BackOffice()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def made(cast):
    """Approved hours that a back office may have."""
    agreed(cast.anker)
    return approved(
        cast, placed(cast.anker, number="1001"), MONDAY, "7:00", "15:30", 30
    )
