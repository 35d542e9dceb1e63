"""Who a message is about: a number and a name."""

from typing import Any

from werkbrief.exchange.reading.cells import read_text
from werkbrief.exchange.reading.lines import Person
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.words.refusals import Refusal


def read_person(message: Message) -> Person:
    """The worker of a HumanResource message. Raises Refusal."""
    person = message.get("person") or {}
    number = own_number(person.get("id") if isinstance(person, dict) else None)
    name = text_at(person, "name/formattedName")
    if not number:
        raise Refusal("Het personeelsnummer ontbreekt.", field="person/id")
    if not name:
        raise Refusal("De naam ontbreekt.", field="person/name/formattedName")
    return Person(read_text(number, 40), read_text(name, 150))


def own_number(ids: Any) -> str:  # noqa: ANN401
    """The agency's own number goes before the one that the client gave."""
    ranked = sorted(
        (text_at(one, "schemeAgencyId") != "Supplier", text_at(one, "value"))
        for one in each(ids)
    )
    return ranked[0][1] if ranked else ""


def client_names(message: Message) -> str:
    """All by which the client may be known, one a line: legal number, ids."""
    customer = message.get("customer")
    ids = each(customer.get("id")) if isinstance(customer, dict) else []
    names = [
        text_at(customer, "legalId/value"),
        *(text_at(one, "value") for one in ids),
    ]
    found = "\n".join(name for name in names if name)
    if not found:
        raise Refusal("De opdrachtgever ontbreekt.", field="customer/id")
    return found
