"""The front door opens in a real browser, under the strict policy."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.both_databases


def test_the_sign_in_page_opens_without_a_complaint(page, live_server):
    # S0.1
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(live_server.url + reverse("account_login"))
    assert answer.status == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    page.get_by_role("textbox").first.wait_for()
    assert complaints == []
