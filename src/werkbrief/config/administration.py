"""Django's admin behind the portal's own front door."""

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse


class Administration(admin.AdminSite):
    """One place to sign in: throttling and the second factor hold here too."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever is signed in and isn't staff finds no admin at all."""
        if request.user.is_authenticated and not request.user.is_staff:
            raise Http404
        return super().has_permission(request)

    def login(
        self,
        request: HttpRequest,
        extra_context: dict[str, object] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        self.has_permission(request)
        return redirect_to_login(request.GET.get("next", request.path))
