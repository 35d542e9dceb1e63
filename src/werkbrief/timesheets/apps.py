"""Time entries: the hours passed on for each shift, and the decisions on them."""

from django.apps import AppConfig


class TimesheetsConfig(AppConfig):
    name = "werkbrief.timesheets"
    default_auto_field = "django.db.models.BigAutoField"
