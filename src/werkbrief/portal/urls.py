"""The addresses of the client's screens."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
