"""Other systems hear what happened: signed, again until it arrives, and replayable."""

import hashlib
import hmac
import json
import threading
from collections import deque
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command

from tests.cast import NOW, entry, placed
from werkbrief.exchange.actions import (
    TokenWish,
    digest_of,
    issue_token,
    listen,
    replay,
    revoke_token,
    tell_due,
)
from werkbrief.exchange.models import ApiToken, Scope, WebhookCall
from werkbrief.timesheets.actions import approve
from werkbrief.words.refusals import Refusal

LATER = NOW + timedelta(minutes=5)


class Ear(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.heard.append((body, self.headers["Werkbrief-Signature"]))
        status = self.server.answers.popleft() if self.server.answers else 204
        self.send_response(status)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def ear():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    server.heard, server.answers = [], deque()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def token(cast):
    wish = TokenWish(cast.agency, "loon", [Scope.WEBHOOKS])
    return issue_token(wish, by=cast.jet, at=NOW)[0]


@pytest.fixture
def hook(token, ear):
    address = f"http://127.0.0.1:{ear.server_port}/"
    return listen(token, address, ["timesheets.approved"], "geheim", at=NOW)


def judge(cast):
    made = entry(placed(cast.anker))
    approve(cast.anker.time_entries, {made.pk: 1}, by=cast.anna, at=NOW)
    return made


def test_what_happened_is_told_once_and_signed(cast, ear, hook):
    made = judge(cast)
    assert tell_due(at=LATER) == 1
    assert tell_due(at=LATER + timedelta(hours=7)) == 0
    ((body, signed),) = ear.heard
    told = json.loads(body)
    assert (told["event"], told["changes"][0]["id"]) == ("timesheets.approved", made.pk)
    stamp, code = (part.split("=")[1] for part in signed.split(","))
    mine = hmac.new(b"geheim", f"{stamp}.{body}".encode(), hashlib.sha256)
    assert code == mine.hexdigest()
    assert "geheim" not in hook.secret


def test_who_does_not_answer_is_told_again(cast, ear, hook):
    ear.answers.extend([500, 503])
    judge(cast)
    assert [tell_due(at=LATER + timedelta(hours=7 * n)) for n in range(4)] == [
        0,
        0,
        1,
        0,
    ]
    assert len({body for body, _ in ear.heard}) == 1


def test_what_was_told_can_be_told_again(cast, ear, hook):
    judge(cast)
    tell_due(at=LATER)
    hook.refresh_from_db()
    replay(hook, NOW - timedelta(hours=1))
    assert tell_due(at=LATER + timedelta(hours=1)) == 1
    assert ear.heard[0][0] == ear.heard[1][0]


def test_another_agency_is_told_nothing_of_it(cast, ear, hook):
    hook.agency = cast.other_agency
    hook.save()
    judge(cast)
    assert tell_due(at=LATER) == 0


def test_what_was_not_asked_for_is_not_told(cast, ear, hook):
    hook.events = ["planning.planned"]
    hook.save()
    judge(cast)
    tell_due(at=LATER)
    assert not WebhookCall.objects.exists()


def test_a_revoked_token_hears_nothing_more(cast, ear, hook, token):
    revoke_token(token, by=cast.jet, at=NOW)
    judge(cast)
    tell_due(at=LATER)
    assert ear.heard == []


def test_an_event_that_does_not_exist_is_named(token):
    with pytest.raises(Refusal, match="geen gebeurtenis"):
        listen(token, "https://x", ["alles"], "x", at=NOW)


def test_a_token_is_made_by_command_and_shown_once(cast, capsys):
    call_command("token", "make", "loon", "--as", "jet", "--scope", "entries")
    secret = capsys.readouterr().out.split()[-1]
    token = ApiToken.objects.get()
    assert (token.digest, token.scopes) == (digest_of(secret), ["entries"])
    call_command("token", "rotate", str(token.pk))
    assert "nog 24 uur" in capsys.readouterr().out
    call_command("token", "revoke", str(token.pk))
    token.refresh_from_db()
    assert token.revoked
    call_command("token", "list")
    assert "ingetrokken" in capsys.readouterr().out
    with pytest.raises(CommandError, match="rol bij een bureau"):
        call_command("token", "make", "loon", "--as", "anna", "--scope", "entries")
