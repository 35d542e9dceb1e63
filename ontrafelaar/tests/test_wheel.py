"""The package builds by itself, with its packs, and asks for nothing."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built as an installer does it, with the tools at hand."""
    made = tmp_path_factory.mktemp("wheel")
    source = made / "source"
    (source / "src").mkdir(parents=True)
    for name in ("pyproject.toml", "README.md"):
        (source / name).write_bytes((FOLDER / name).read_bytes())
    (source / "src/ontrafelaar").symlink_to(FOLDER / "src/ontrafelaar")
    build = "import setuptools.build_meta as m; print(m.build_wheel('.'))"
    done = subprocess.run(
        [sys.executable, "-c", build],
        cwd=source,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return source / done.stdout.splitlines()[-1]


def test_the_wheel_carries_the_packs_and_the_types(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    packs = {file.name for file in (FOLDER / "src/ontrafelaar/packs").glob("*.toml")}
    assert {f"ontrafelaar/packs/{name}" for name in packs} <= names
    assert "ontrafelaar/py.typed" in names
    assert "ontrafelaar/columnar/run.py" in names


def test_it_asks_for_nothing_and_computes_by_itself(wheel):
    """From the wheel alone, without what is installed beside it."""
    metadata = next(n for n in zipfile.ZipFile(wheel).namelist() if "METADATA" in n)
    asked = [
        line
        for line in zipfile.ZipFile(wheel).read(metadata).decode().splitlines()
        if line.startswith("Requires-Dist") and "extra" not in line
    ]
    assert asked == []
    shown = "2026-02-02..06 07:00-16:00 /60"
    code = f"""
import sys; sys.path.insert(0, {str(wheel)!r})
from ontrafelaar.cli import main
assert "/wheel" in sys.modules["ontrafelaar"].__file__
main(["try", "glastuinbouw", {shown!r}])
"""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "38:00 @100; 2:00 @135 overwerk\n", done.stderr
