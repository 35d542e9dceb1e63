"""The roof itself: its commands, and the admin with its own door shut."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class RoofConfig(AppConfig):
    name = "werkbrief.config"
    default = True


class AdministrationConfig(admin.AdminConfig):
    default = False
    default_site = "werkbrief.config.administration.Administration"
