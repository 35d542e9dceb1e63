"""Signing in and out, and the password: short addresses that a website can link to."""

from allauth.account import views
from django.urls import path, re_path

from werkbrief.config import sign_on

urlpatterns = [
    path("inloggen/", views.login, name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path(
        "inloggen/via/<slug:provider_id>/",
        sign_on.login,
        name="openid_connect_login",
    ),
    path(
        "inloggen/via/<slug:provider_id>/terug/",
        sign_on.callback,
        name="openid_connect_callback",
    ),
    path("wachtwoord/vergeten/", views.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
