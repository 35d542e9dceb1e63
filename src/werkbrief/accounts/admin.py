"""People who sign in, in Django's admin: who they are and whether they still may."""

from django.contrib import admin

from werkbrief.accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Passwords are handed out by the screens, never typed here."""

    list_display = ("username", "name", "email", "is_active", "is_staff")
    search_fields = ("username", "name", "email")
    fields = ("username", "name", "email", "is_active", "is_staff", "is_superuser")
