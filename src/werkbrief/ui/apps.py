"""The base template, the style sheet and the small behaviours of every screen."""

from django.apps import AppConfig
from django.urls import register_converter
from django.utils.translation import gettext, ngettext

from werkbrief.ui.converters import WeekConverter
from werkbrief.words.tongues import lend


class UiConfig(AppConfig):
    name = "werkbrief.ui"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_converter(WeekConverter, "week")
        lend(gettext, ngettext)
