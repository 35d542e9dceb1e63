"""In production a static file has a fingerprint in its name, and so have imports."""

import re

import pytest
from django.core.management import call_command

from werkbrief.config.collected import CollectedStaticFiles


@pytest.fixture
def collected(settings, tmp_path):
    backend = "werkbrief.config.collected.CollectedStaticFiles"
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return CollectedStaticFiles(location=tmp_path, base_url="/static/")


def test_a_module_lies_packed_and_imports_by_fingerprint(collected):
    name = collected.stored_name("ui/js/week-grid.js")
    assert collected.exists(f"{name}.br")
    with collected.open(name) as file:
        imports = re.findall(r'from "(\./[^"]+)"', file.read().decode())
    assert imports
    assert all(re.fullmatch(r"\./[\w-]+\.[0-9a-f]{12}\.js", name) for name in imports)
