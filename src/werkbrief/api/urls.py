"""The addresses for machines, and their description at openapi.json."""

from ninja import NinjaAPI

from werkbrief.api.access import Token
from werkbrief.api.problems import speak_clearly
from werkbrief.api.views import exchanging, hours, setu, webhooks

api = NinjaAPI(
    title="Werkbrief",
    version="1",
    description="Planning, werkbriefjes, oordelen, loonregels en leveringen.",
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)
speak_clearly(api)
api.add_router("", hours.router)
api.add_router("", exchanging.router)
api.add_router("", webhooks.router)
api.add_router("/setu", setu.router)
urlpatterns = api.urls
