"""Smaller pages: brotli where the browser takes it."""

import brotli
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

QUALITY = 4
WORTH_IT = 500


class CompressionMiddleware(GZipMiddleware):
    """Brotli 4 packs a page of 1,000 workers in milliseconds; gzip for the others.

    A secret in a compressed page can be guessed by length (BREACH); Django masks its
    CSRF token anew in every answer, and nothing else on a page is secret.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        accepts = request.headers.get("Accept-Encoding", "")
        if (
            "br" not in accepts
            or response.streaming
            or response.has_header("Content-Encoding")
            or len(response.content) < WORTH_IT
            or not response.get("Content-Type", "").startswith("text/")
        ):
            return response if response.streaming else super().process_response(request, response)  # type: ignore[return-value]
        patch_vary_headers(response, ("Accept-Encoding",))
        response.content = brotli.compress(response.content, quality=QUALITY)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "br"
        return response
