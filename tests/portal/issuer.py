"""An issuer of a client, on a port of its own: signs in whoever it is told to."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import jwt

CODE = "code-from-the-issuer"


class Issuer:
    """What it will tell of the next visitor, and what was asked of it."""

    def __init__(self, address):
        self.address = address
        self.told = {"sub": "1", "email": "anna@anker.example"}
        self.asked = []

    def answer(self, path, body):
        self.asked.append((path, {k: v[0] for k, v in parse_qs(body).items()}))
        if path.startswith("/.well-known/"):
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        if path == "/userinfo":
            return self.told
        told = {"iss": self.address, "aud": "werkbrief", "exp": 4e9} | self.told
        token = jwt.encode(told, "a key that only the issuer has, long enough")
        return {"access_token": "t", "token_type": "Bearer", "id_token": token}


@contextmanager
def open_issuer():
    class Desk(BaseHTTPRequestHandler):
        def do_GET(self):
            length = int(self.headers.get("Content-Length") or 0)
            found = issuer.answer(self.path, self.rfile.read(length).decode())
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        do_POST = do_GET  # noqa: N815  (http.server's word)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    issuer = Issuer(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield issuer
    server.shutdown()
    server.server_close()
