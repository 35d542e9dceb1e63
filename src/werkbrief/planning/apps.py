"""The shifts of a week: planned by hand, by import or from the base schedule."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "werkbrief.planning"
    default_auto_field = "django.db.models.BigAutoField"
