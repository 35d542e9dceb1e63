"""A back office on the other side: the supplier's part of the REST interface."""

import json
import re
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CARD = re.compile(r"/purchase-to-pay/timecard/([0-9a-f-]{36})")
LINE = re.compile(CARD.pattern + r"/time-interval/(.+)")
ALLOWED = {"POST", "GET", "PUT", "DELETE"}


class BackOffice(ThreadingHTTPServer):
    """Keeps cards by their address. `trouble` is what goes wrong next, in order:

    a status, "late" (does it, answers too late), or "lost" (does it, hangs up).
    A PUT is a merge, as the standard says: lines that it leaves out survive.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Desk)
        self.cards, self.seen, self.trouble = {}, [], deque()
        self.secret, self.created = "geheim", 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """A client that hangs up is what these tests are about."""

    def hours(self):
        return {
            card["documentId"]["value"]: sorted(
                line["timeTotal"] for line in card.get("timeInterval", {}).values()
            )
            for card in self.cards.values()
        }


class _Desk(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def _serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.seen.append((self.command, self.path))
        trouble = self.server.trouble.popleft() if self.server.trouble else None
        if isinstance(trouble, int):
            self._answer(trouble, {"code": "x", "description": f"storing {trouble}"})
            return
        status, told = self._judge(body)
        if trouble == "late":
            time.sleep(1.0)
        if trouble == "lost":
            self.connection.close()
            return
        self._answer(status, told)

    do_POST = do_GET = do_PUT = do_DELETE = _serve  # noqa: N815

    def _answer(self, status, told):
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _judge(self, body):
        if self.headers.get("Authorization") != f"Bearer {self.server.secret}":
            return 401, {"description": "wie bent u"}
        if match := LINE.fullmatch(self.path):
            return self._line(*match.groups())
        card = CARD.fullmatch(self.path)[1]
        if self.command == "POST":
            return self._create(card, body)
        if card not in self.server.cards:
            return 404, {"description": "onbekend"}
        if self.command == "PUT":
            self.server.cards[card] = self._merged(self.server.cards[card], body)
        if self.command == "DELETE":
            del self.server.cards[card]
        return 200, {}

    def _create(self, card, body):
        if card in self.server.cards:
            return 409, {"description": "bestaat al"}
        self.server.created += 1
        self.server.cards[card] = self._merged({}, body)
        return 201, {}

    def _line(self, card, line):
        found = self.server.cards.get(card, {}).get("timeInterval", {}).pop(line, None)
        return (200, {}) if found else (404, {})

    def _merged(self, known, body):
        message = json.loads(body)
        lines = {n["id"]["value"]: n for n in message.get("timeInterval", [])}
        return {
            **known,
            **message,
            "timeInterval": known.get("timeInterval", {}) | lines,
        }
