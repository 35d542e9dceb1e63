"""The floor in the browser: the same table, static, with nothing that makes it work."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import decompress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.db import connection

from bench.floors.week import page
from bench.frame.cast import Place

STYLE = (
    "<style>table{border-collapse:collapse;font:15px system-ui}"
    "td,th{border:1px solid #ddd;padding:8px;height:36px}small{color:#666}</style>"
)


@contextmanager
def serve_table(place: Place) -> Iterator[str]:
    """Give the address of a page that is drawn by the database for each visit."""

    class Table(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with connection.cursor() as cursor:
                html = decompress(page(cursor, place.client.pk, place.week)).decode()
            connection.close()
            body = f"<!doctype html><meta charset=utf-8>{STYLE}{html}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Say nothing: the benchmark prints its own lines."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Table)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
