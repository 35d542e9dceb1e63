"""Smaller pages: brotli where the browser takes it, gzip for the others."""

import re
from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

QUALITY = 4
WORTH_IT = 500
PADDING = 100
# A workbook is a zip already: packing it twice costs time and gains nothing.
TEXT = re.compile(r"text/|application/(json|javascript|xml)|image/svg")
CODING = re.compile(r"\b(br|gzip)\b(?:\s*;\s*q=([\d.]+))?")


class CompressionMiddleware:
    """Brotli 4 packs a page of 1,000 workers in milliseconds.

    A secret in a compressed page can be guessed by length (BREACH); Django masks its
    CSRF token anew in every answer, and nothing else on a page is secret.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_worth_it(response):
            patch_vary_headers(response, ("Accept-Encoding",))
            _pack(response, accepted(request.headers.get("Accept-Encoding", "")))
        return response


def accepted(header: str) -> str:
    """The best coding that the browser takes; empty for neither.

    >>> accepted("gzip, deflate, br"), accepted("gzip;q=1.0, br;q=0"), accepted("")
    ('br', 'gzip', '')
    """
    taken = {name for name, weight in CODING.findall(header) if float(weight or 1)}
    return "br" if "br" in taken else "gzip" if taken else ""


def _is_worth_it(response: HttpResponse) -> bool:
    return (
        not response.streaming
        and not response.has_header("Content-Encoding")
        and bool(TEXT.match(response.get("Content-Type", "")))
        and len(response.content) >= WORTH_IT
    )


def _pack(response: HttpResponse, coding: str) -> None:
    if not coding:
        return
    if coding == "br":
        response.content = brotli.compress(response.content, quality=QUALITY)
    else:
        response.content = compress_string(response.content, max_random_bytes=PADDING)
    response["Content-Length"] = str(len(response.content))
    response["Content-Encoding"] = coding
    # The packed bytes differ per coding: a strong ETag would promise that they don't.
    if response.get("ETag", "").startswith('"'):
        response["ETag"] = f"W/{response['ETag']}"
