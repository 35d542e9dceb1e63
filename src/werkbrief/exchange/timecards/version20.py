"""SETU Timecard 2.0, as JSON and as XML: one tree, in the order of the schema.

It has no place for approval, state or a remark: sending is approving, and a correction
is the same document again.
"""

from __future__ import annotations

import json
from typing import Any

from werkbrief.exchange.later import etree
from werkbrief.exchange.timecards.cards import Named
from werkbrief.exchange.timecards.wire import Wire, WireLine

NAMESPACE = "https://ontology.setu.nl/messages"
Tree = dict[str, Any]
_DEFAULT: Any = {None: NAMESPACE}


def as_json(wire: Wire) -> str:
    return json.dumps(tree(wire), ensure_ascii=False, indent=1)


def as_xml(wire: Wire) -> str:
    root = etree.Element(f"{{{NAMESPACE}}}Timecard", nsmap=_DEFAULT)
    _grow(root, tree(wire))
    return etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    ).decode()


def tree(wire: Wire) -> Tree:
    found: Tree = _filled(
        {
            "documentId": _supplier_id(wire.document),
            "supplier": {
                "id": [_supplier_id(wire.supplier.code)],
                "legalId": _legal(wire.supplier_kvk),
            },
            "customer": {
                "id": [_supplier_id(wire.client.code)],
                "personContacts": [
                    {"name": {"formattedName": name}, "roleCode": "Supervisor"}
                    for name, _ in wire.approvals
                ],
            },
            "department": _part(wire.department),
            "costCenter": _part(wire.cost_center),
            "person": {
                "id": [_supplier_id(wire.worker.code)],
                "name": {"formattedName": wire.worker.name},
            },
            "period": {"datePeriod": {"start": wire.monday, "end": wire.sunday}},
            "staffingIds": {"assignmentId": _supplier_id(wire.assignment)},
            "timeInterval": [line_tree(line) for line in wire.standing],
        }
    )
    return found


def line_tree(line: WireLine) -> Tree:
    found: Tree = _filled(
        {
            "id": _supplier_id(line.id),
            "typeCode": {"value": line.code},
            "period": {"dateTimePeriod": {"start": line.start, "end": line.end}},
            "timeTotal": line.hours,
            "payRates": [_rate(line)] if line.percent else [],
            "dayAssignment": line.day,
        }
    )
    return found


def _rate(line: WireLine) -> Tree:
    """The amount is the assignment's: 0 here, as the official example has it."""
    value = float(line.percent)
    return {
        "amount": {"value": 0, "currency": {"value": "EUR"}},
        "intervalCode": {
            "value": "HourlySplit" if line.is_split else "HourlyConsolidated"
        },
        "multiplier": int(value) if value.is_integer() else value,
        "toBeBilled": line.is_billed,
        "toBePaid": True,
    }


def _supplier_id(value: str) -> Tree:
    return {"value": value, "schemeAgencyId": "Supplier"}


def _legal(kvk: str) -> Tree:
    return {"value": kvk, "schemeAgencyId": "KvK"} if kvk else {}


def _part(part: Named | None) -> Tree:
    return {"name": part.name, "code": part.code} if part else {}


def _filled(value: Any) -> Any:  # noqa: ANN401
    """What is empty is not there: the schema knows no empty elements."""
    if isinstance(value, dict):
        kept = {name: _filled(part) for name, part in value.items()}
        return {n: part for n, part in kept.items() if part not in ("", [], {}, None)}
    if isinstance(value, list):
        return [_filled(part) for part in value]
    return value


def _grow(parent: etree._Element, branch: Tree) -> None:
    for name, value in branch.items():
        for one in value if isinstance(value, list) else [value]:
            child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
            if isinstance(one, dict):
                _grow(child, one)
            elif isinstance(one, bool):
                child.text = "true" if one else "false"
            else:
                child.text = str(one)
