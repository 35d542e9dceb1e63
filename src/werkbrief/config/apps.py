"""The roof itself: only commands live here."""

from django.apps import AppConfig


class RoofConfig(AppConfig):
    name = "werkbrief.config"
