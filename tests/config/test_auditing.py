"""The secret scan sees what it is for, and leaves examples alone."""

import pytest

from make.auditing import look_for_secrets

# In halves, else the scan finds this file.
PLANTED = [
    "-----BEGIN RSA " + "PRIVATE KEY-----",
    "AKIA" + "ABCDEFGHIJKLMNOP",
    "gh" + "p_" + "a1" * 18,
    "xo" + "xb-" + "1234567890-abcdefghij",
    "postgres://werkbrief:" + "Zomer2026Zon@server/db",
    'SECRET_KEY = "' + "q7x9" * 8 + '"',
]
HARMLESS = [
    "postgres://naam:wachtwoord@server:5432/database",
    "postgres://{user}:{password}@server",
    'SECRET_KEY = os.environ["WERKBRIEF_SECRET_KEY"]',
    "een zin over een private key",
]


@pytest.mark.parametrize("line", PLANTED)
def test_a_secret_in_a_file_is_found(tmp_path, line):
    file = tmp_path / "settings.py"
    file.write_text(f"# eerste regel\n{line}\n")
    ((found, number, _what),) = look_for_secrets(iter([file]))
    assert (found, number) == (file, 2)


@pytest.mark.parametrize("line", HARMLESS)
def test_an_example_is_no_secret(tmp_path, line):
    file = tmp_path / "example.md"
    file.write_text(line)
    assert list(look_for_secrets(iter([file]))) == []


def test_a_file_that_is_no_text_is_passed_by(tmp_path):
    file = tmp_path / "image.png"
    file.write_bytes(b"\x89PNG\xff\xfe")
    assert list(look_for_secrets(iter([file]))) == []
