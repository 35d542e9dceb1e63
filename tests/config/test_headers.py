"""What a browser is told to guard: policy, frames, cookies, https."""

import json
import os
import subprocess
import sys

import pytest
from django.urls import reverse

from tests.cast import PASSWORD, WEEK

SAYS = """
import json, django
from django.conf import settings
django.setup()
names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT",
         "SECURE_HSTS_SECONDS", "ALLAUTH_TRUSTED_PROXY_COUNT")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


@pytest.fixture
def pages(cast, signed_in):
    anna = signed_in(cast.anna)
    addresses = (
        reverse("client_home", args=["anker"]),
        reverse("timesheets", args=["anker", WEEK]),
        reverse("own_password"),
        "/nergens/",
    )
    return [anna.get(address) for address in addresses]


def test_every_page_has_the_strict_policy(pages):
    for page in pages:
        policy = page["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert page["X-Frame-Options"] == "DENY"
        assert page["X-Content-Type-Options"] == "nosniff"
        assert page["Referrer-Policy"] == "same-origin"


def test_no_page_holds_script_or_style_of_its_own(pages):
    for page in pages:
        text = page.content.decode()
        for inline in ("<style", " style=", "onclick=", "<script>", "javascript:"):
            assert inline not in text


def test_no_script_reads_a_cookie(client, cast):
    post = {"login": "anna", "password": PASSWORD}
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), post)
    cookies = client.cookies
    assert {"werkbrief", "werkbrief_csrf"} <= set(cookies)
    for cookie in ("werkbrief", "werkbrief_csrf"):
        assert cookies[cookie]["httponly"]
        assert cookies[cookie]["samesite"] == "Lax"


@pytest.mark.parametrize(("https", "on"), [("1", True), ("0", False)])
def test_behind_https_everything_is_https(tmp_path, https, on):
    told = subprocess.run(
        [sys.executable, "-c", SAYS],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "werkbrief.config.settings",
            "WERKBRIEF_VAR": str(tmp_path),
            "WERKBRIEF_HTTPS": https,
            "WERKBRIEF_SECRET_KEY": "g" * 50,
        },
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    says = json.loads(told)
    assert says["SESSION_COOKIE_SECURE"] == says["CSRF_COOKIE_SECURE"] == on
    assert says["SECURE_SSL_REDIRECT"] == on
    assert (says["SECURE_HSTS_SECONDS"] >= 31_536_000) == on
    assert says["ALLAUTH_TRUSTED_PROXY_COUNT"] == int(on)


def test_hsts_is_sent_over_https_only(client, db, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    address = reverse("account_login")
    assert "Strict-Transport-Security" not in client.get(address)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    safe = client.get(address, HTTP_X_FORWARDED_PROTO="https")
    assert safe["Strict-Transport-Security"] == "max-age=31536000"
