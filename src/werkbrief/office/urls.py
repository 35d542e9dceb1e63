"""The addresses of the agency's screens."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
