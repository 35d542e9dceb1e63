"""Signing in and out, and the password: short addresses that a website can link to."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("inloggen/", views.login, name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("wachtwoord-vergeten/", views.password_reset, name="account_reset_password"),
]
