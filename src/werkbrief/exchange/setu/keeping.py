"""What is kept of a message to show it again: only the paths that Werkbrief reads."""

from __future__ import annotations

from typing import Any

from werkbrief.exchange.later import etree
from werkbrief.exchange.setu.opening import Message, open_messages

NAMESPACE = "https://ontology.setu.nl/messages"
ROOTS = {
    "assignment": "Assignment",
    "human-resource": "HumanResource",
    "planning-assignment": "PlanningAssignment",
}
_WHOLE: dict[str, Any] = {}
_ID = {"value": _WHOLE, "schemeAgencyId": _WHOLE}
_PART = {"name": _WHOLE, "code": _WHOLE}
_PERSON = {"id": _ID, "name": {"formattedName": _WHOLE}}
_LINE = {
    "lineId": _ID,
    "actionCode": _WHOLE,
    "planningPeriod": _WHOLE,
    "singlePlanningType": _WHOLE,
    "startDateTime": _WHOLE,
    "endDateTime": _WHOLE,
    "startTime": _WHOLE,
    "endTime": _WHOLE,
    "hours": _WHOLE,
    "breaks": _WHOLE,
}
_KEPT: dict[str, Any] = {
    "documentId": _ID,
    "actionCode": _WHOLE,
    "customer": {"id": _ID, "legalId": _ID},
    "person": _PERSON,
    "assignedWorker": {
        "assignedStatus": _WHOLE,
        "workerId": _ID,
        "person": _PERSON,
        "workAssignments": {"id": _ID},
    },
    "positionProfile": {
        "positionTitle": _WHOLE,
        "shiftDescription": _WHOLE,
        "positionPeriod": _WHOLE,
        "workingPeriods": _WHOLE,
        "positionOrganizations": {"name": _WHOLE, "responsibilityCode": _ID},
        "costAllocation": {"costCenter": _PART},
    },
    "resourceClassificationInclusion": {"department": _PART, "costCenter": _PART},
    "periodicPlanningLine": _LINE,
    "singlePlanningLine": _LINE,
}


def kept_of(content: bytes) -> Message:
    """The message, with everything gone that nobody here reads."""
    ((_, message),) = open_messages(content)
    found = _pruned(message, _KEPT)
    return found if isinstance(found, dict) else {}


def shown_as_xml(kind: str, kept: Message) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}{ROOTS[kind]}", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _grow(root, kept)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _pruned(value: Any, wanted: dict[str, Any]) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_pruned(one, wanted) for one in value]
    if not isinstance(value, dict) or not wanted:
        return value
    return {
        name: _pruned(part, wanted[name])
        for name, part in value.items()
        if name in wanted
    }


def _grow(parent: etree._Element, branch: Message) -> None:
    for name, value in branch.items():
        if name.startswith("@"):
            parent.set(name[1:], str(value))
            continue
        for one in value if isinstance(value, list) else [value]:
            child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
            if isinstance(one, dict):
                _grow(child, one)
            elif isinstance(one, bool):
                child.text = "true" if one else "false"
            else:
                child.text = str(one)
