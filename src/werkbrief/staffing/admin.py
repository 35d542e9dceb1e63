"""Master data in Django's admin: a safety net that writes the journal too."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm, model_to_dict
from django.http import HttpRequest  # noqa: TID251  (the admin is a screen)
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.journal.actions import Deed, Trace, record
from werkbrief.staffing import models


class Journalled(admin.ModelAdmin):  # type: ignore[type-arg]
    """What is saved here leaves the same trace as anywhere; nothing is deleted."""

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Model | None = None,  # noqa: ARG002
    ) -> bool:
        return False

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,  # noqa: ANN401
        form: ModelForm[Any],
        change: bool,  # noqa: FBT001
    ) -> None:
        before = form.initial if change else None
        super().save_model(request, obj, form, change)
        by = request.user if isinstance(request.user, User) else None
        trace = Trace(
            f"staffing.{self.opts.model_name}",
            obj.pk,
            _plain(before) if before else None,
            _plain(model_to_dict(obj, exclude=["departments"])),
        )
        deed = Deed(_agency_of(obj), by, timezone.now())  # noqa: TID251  (and so reads the clock)
        record("staffing.kept", deed, [trace])


@admin.register(models.Agency)
class AgencyAdmin(Journalled):
    list_display = ("name", "slug", "phone")


@admin.register(models.Client)
class ClientAdmin(Journalled):
    list_display = ("name", "number", "agency", "archived_on")
    list_filter = ("agency",)
    search_fields = ("name", "number", "slug")


@admin.register(models.Department, models.Crew, models.JobFunction, models.CostCenter)
class PartAdmin(Journalled):
    list_display = ("name", "code", "client")
    list_filter = ("client",)
    search_fields = ("name", "code", "client__name")


@admin.register(models.Agreement)
class AgreementAdmin(Journalled):
    list_display = ("client", "pack", "valid_from")
    list_filter = ("pack",)
    search_fields = ("client__name",)


@admin.register(models.Worker)
class WorkerAdmin(Journalled):
    list_display = ("name", "payroll_number", "agency")
    list_filter = ("agency",)
    search_fields = ("folded",)


@admin.register(models.Assignment)
class AssignmentAdmin(Journalled):
    list_display = ("worker", "client", "job_function", "starts_on", "ends_on")
    list_filter = ("client",)
    list_select_related = ("worker", "client", "job_function")
    search_fields = ("worker__folded", "client__name")
    autocomplete_fields = ("worker", "client")


@admin.register(models.Membership)
class MembershipAdmin(Journalled):
    list_display = ("user", "client", "rights")
    list_select_related = ("user", "client")
    search_fields = ("user__username", "user__name", "client__name")


@admin.register(models.AgencyRole)
class AgencyRoleAdmin(Journalled):
    list_display = ("user", "agency", "role")
    list_select_related = ("user", "agency")


def _agency_of(obj: Any) -> int | None:  # noqa: ANN401
    """The agency in whose journal this belongs."""
    if isinstance(obj, models.Agency):
        return obj.pk
    if hasattr(obj, "agency_id"):
        return int(obj.agency_id)
    return int(obj.client.agency_id)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """What JSON can hold."""
    kept = (str, int, bool, list, dict, type(None))
    return {
        key: value if isinstance(value, kept) else str(value)
        for key, value in values.items()
        if key != "departments"
    }
