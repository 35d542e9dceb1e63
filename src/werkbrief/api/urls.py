"""The addresses for machines, and their description at openapi.json."""

from werkbrief.api.access import Token
from werkbrief.api.interface import Interface, refuse_strange
from werkbrief.api.problems import speak_clearly
from werkbrief.api.views import exchanging, hours, jobs, manual, setu, webhooks

api = Interface(
    title="Werkbrief",
    version="1",
    description="Planning, werkbriefjes, oordelen, loonregels en leveringen.",
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)
speak_clearly(api)
api.add_decorator(refuse_strange)
api.add_router("", hours.router)
api.add_router("", manual.router)
api.add_router("", exchanging.router)
api.add_router("", jobs.router)
api.add_router("", webhooks.router)
api.add_router("/setu", setu.router)
urlpatterns, _, _ = api.urls
