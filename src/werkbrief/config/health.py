"""Is the portal well, may visitors come, how does it go? For balancer and watch."""

import os
from secrets import compare_digest

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from werkbrief.config.doctor import is_ready

NOT_YET = 503


@require_safe
@never_cache
def health(_request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers; else the 500 says enough."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def ready(_request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the tables are up to date too; else 503: send nobody here."""
    if is_ready():
        return HttpResponse("ok", content_type="text/plain")
    return HttpResponse("nog niet", content_type="text/plain", status=NOT_YET)


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for who knows the word; else there is no such page."""
    word = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not word or not compare_digest(given.encode(), word.encode()):
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    """Of all web processes together, where they share a folder."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
