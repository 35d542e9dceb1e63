"""`werkbrief connector > werkbrief_api.py`: the interface as one Python file."""

from django.core.management.base import BaseCommand
from django.urls import reverse

from werkbrief.api.connector.writing import written
from werkbrief.api.urls import api


class Command(BaseCommand):
    help = "Write the Python file by which another system calls this interface."

    def handle(self, **_options: object) -> None:
        prefix = reverse("api:api-root").rstrip("/")
        self.stdout.write(written(api.get_openapi_schema(), prefix), ending="")
