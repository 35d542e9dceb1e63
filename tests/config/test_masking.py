"""A log holds no address that opens anything."""

import logging

from werkbrief.config.masking import MaskingFormatter


def test_a_personal_link_does_not_stand_in_the_log():
    record = logging.LogRecord(
        "django.request", 30, "", 0, "%s: %s", ("Not Found", "/mijn/7-ab12/x/"), None
    )
    assert MaskingFormatter().format(record) == "Not Found: /mijn/…/x/"
