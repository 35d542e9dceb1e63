"""Who hires whom: agency, client, worker, assignment, and who may see what."""

from django.apps import AppConfig


class StaffingConfig(AppConfig):
    name = "werkbrief.staffing"
    default_auto_field = "django.db.models.BigAutoField"
