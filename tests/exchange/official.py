"""The sector's own schemas, where they stand beside the checkout."""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import etree, isoschematron

SCHEMAS = Path(__file__).parents[3] / "shared/setu/schemas"


def assert_official(message, form):
    """The message is valid by every official schema and rule of its form."""
    if not SCHEMAS.exists():
        pytest.skip(f"de officiële SETU-schema's staan niet in {SCHEMAS}")
    if form == "2.0-json":
        wrong = [e.message for e in _json().iter_errors(json.loads(message))]
        assert not wrong, wrong
        return
    document = etree.fromstring(message.encode())
    for schema in (_xsd_2_0(),) if form == "2.0-xml" else (_xsd_1_4(), _rules_1_4()):
        assert schema.validate(document), schema.error_log


@cache
def _json():
    schema = yaml.safe_load((SCHEMAS / "v2.0/Timecard.yml").read_text())
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema, format_checker=checker)


@cache
def _xsd_2_0():
    return etree.XMLSchema(etree.parse(SCHEMAS / "v2.0/Timecard.xsd"))


@cache
def _xsd_1_4():
    file = SCHEMAS / "v1.4/hr-xml/SIDES/TimeCardAdditionalData.xsd"
    return etree.XMLSchema(etree.parse(file))


@cache
def _rules_1_4():
    file = SCHEMAS / "v1.4/schematron/RTE-v1.4-TimeCard.xml"
    return isoschematron.Schematron(etree.parse(file), store_report=True)
