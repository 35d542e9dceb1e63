"""Every request gets a number, a line in the log and a place in the figures."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

log = logging.getLogger("werkbrief.request")
NUMBER = re.compile(r"[A-Za-z0-9-]{8,64}")
# Which request is being answered, for every line that is logged meanwhile.
request_number: ContextVar[str] = ContextVar("request_number", default="")

REQUESTS = Counter(
    "werkbrief_requests_total", "Answered requests", ["screen", "method", "status"]
)
SECONDS = Histogram(
    "werkbrief_request_seconds",
    "How long an answer took",
    ["screen"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


class WatchingMiddleware:
    """Notes the screen's name, never the address: an address can hold a secret."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        number = given if NUMBER.fullmatch(given) else uuid.uuid4().hex
        token = request_number.set(number)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            _note(request, response, time.perf_counter() - began)
        finally:
            request_number.reset(token)
        response["X-Request-ID"] = number
        return response


def _note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    match = request.resolver_match
    screen = (match.url_name if match else None) or "none"
    # An invented method would make a new series each time.
    method = request.method if request.method in ("GET", "POST", "HEAD") else "other"
    REQUESTS.labels(screen, method, response.status_code).inc()
    SECONDS.labels(screen).observe(seconds)
    log.info(
        "request",
        extra={
            "screen": screen,
            "method": method,
            "status": response.status_code,
            "milliseconds": round(seconds * 1000, 1),
        },
    )
