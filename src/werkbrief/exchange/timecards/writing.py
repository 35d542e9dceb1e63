"""A message in the form that a receiver reads."""

from werkbrief.exchange.models import Delivery, Form
from werkbrief.exchange.timecards import version14, version20
from werkbrief.exchange.timecards.wire import Wire

WRITERS = {
    Form.JSON_2_0.value: version20.as_json,
    Form.XML_2_0.value: version20.as_xml,
    Form.XML_1_4.value: version14.as_xml,
}


def written(wire: Wire, form: str) -> str:
    return WRITERS[form](wire)


def suffix(form: str) -> str:
    return "json" if form == Form.JSON_2_0 else "xml"


def file_stem(delivery: Delivery) -> str:
    """What a file is called: document and revision, in letters any system takes."""
    plain = "".join(
        letter if letter.isalnum() or letter in "-_." else "_"
        for letter in delivery.timecard.document
    )
    return f"{plain}-v{delivery.revision}"
