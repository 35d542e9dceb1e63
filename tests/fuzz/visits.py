"""What a client's own issuer answers: its configuration, tokens and claims."""

import json
from base64 import urlsafe_b64encode
from unittest.mock import patch
from urllib.parse import parse_qs, urlsplit

import requests
from django.test import Client as Browser
from django.urls import reverse

from tests.fuzz.stage import at_the_door, stage
from tests.fuzz.target import Target
from werkbrief.config.sign_on import SignOnAdapter

ADDRESS = "https://id.anker.example"
CONFIGURATION = {
    "issuer": ADDRESS,
    "authorization_endpoint": f"{ADDRESS}/authorize",
    "token_endpoint": f"{ADDRESS}/token",
    "userinfo_endpoint": f"{ADDRESS}/userinfo",
    "jwks_uri": f"{ADDRESS}/keys",
    "token_endpoint_auth_methods_supported": ["client_secret_post"],
}
CLAIMS = {
    "iss": ADDRESS,
    "aud": "werkbrief",
    "exp": 4_000_000_000,
    "sub": "1",
    "email": "anna@anker.example",
    "email_verified": True,
    "name": "Anna",
}


class Session(requests.Session):
    """Answers by the last word of the address; nothing leaves this machine."""

    def __init__(self, answers):
        super().__init__()
        self.answers = answers

    def request(self, _method, url, *_args, **_kwargs):
        found = requests.Response()
        found.status_code = 200
        name = str(url).rpartition("/")[2]
        found._content = self.answers.get(name, b"{}")
        found.headers["Content-Type"] = "application/json"
        return found


def read(content):
    """One JSON object: configuration, token, header, claims and userinfo."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        told = {"userinfo": content.decode("latin-1")}
    told = told if isinstance(told, dict) else {"claims": told}
    with patch.object(
        SignOnAdapter, "get_requests_session", lambda _self: Session(_answers(told))
    ):
        return at_the_door(_visit)


def _visit():
    browser, slug = Browser(), stage().sign_on.slug
    away = browser.get(reverse("openid_connect_login", args=[slug]))
    if away.status_code != 302 or "state=" not in away["Location"]:
        return away
    asked = parse_qs(urlsplit(away["Location"]).query)
    back = {"state": asked["state"][0], "code": "x"}
    return browser.get(reverse("openid_connect_callback", args=[slug]), back)


def _answers(told):
    claims = told.get("claims", CLAIMS)
    token = told.get("token", {"access_token": "t", "token_type": "Bearer"})
    if isinstance(token, dict) and "id_token" not in token:
        token = token | {
            "id_token": _signed(told.get("header", {"alg": "HS256"}), claims)
        }
    return {
        "openid-configuration": _raw(told.get("configuration", CONFIGURATION)),
        "token": _raw(token),
        "userinfo": _raw(told.get("userinfo", claims)),
        "keys": _raw(told.get("keys", {"keys": []})),
    }


def _raw(value):
    return (
        value.encode("utf-8", "surrogatepass")
        if isinstance(value, str)
        else json.dumps(value).encode()
    )


def _signed(*parts):
    texts = [urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in (*parts,)]
    return b".".join([*texts, b"c2ln"]).decode()


TARGET = Target(
    "bezoeken",
    read,
    (
        json.dumps({"claims": CLAIMS}).encode(),
        json.dumps(
            {
                "claims": CLAIMS,
                "userinfo": CLAIMS,
                "header": {"alg": "none", "typ": "JWT"},
            }
        ).encode(),
        json.dumps({"configuration": CONFIGURATION}).encode(),
        json.dumps(
            {
                "token": {
                    "access_token": "t",
                    "id_token": "a.b.c",
                    "expires_in": 3600,
                    "refresh_token": "r",
                }
            }
        ).encode(),
    ),
    (b"id_token", b"sub", b"email", b"null", b"[]", b'{"a":1}'),
)
