"""What several tests of the client's screens begin with."""

import pytest
from django.urls import reverse

from tests.cast import WEEK, placed


@pytest.fixture
def tell(cast, signed_in):
    """Anna sends a message about this week; the answer of the server."""

    def tell(user=None, client="anker", **fields):
        address = reverse("planning_messages", args=[client, WEEK])
        return signed_in(user or cast.anna).post(address, fields)

    return tell


@pytest.fixture
def anna_at(cast):
    return placed(cast.anker)
