"""The journal in Django's admin: to read, never to write."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest  # noqa: TID251  (the admin is a screen)

from werkbrief.journal.models import Event


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("at", "verb", "by", "reason")
    list_filter = ("verb",)
    list_select_related = ("by",)
    search_fields = ("reason", "by__name")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Model | None = None,  # noqa: ARG002
    ) -> bool:
        return False

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Model | None = None,  # noqa: ARG002
    ) -> bool:
        return False
