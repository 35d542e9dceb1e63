"""The base template, the style sheet and the small behaviours of every screen."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "werkbrief.ui"
    default_auto_field = "django.db.models.BigAutoField"
