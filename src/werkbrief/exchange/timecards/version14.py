"""SETU Timecard 1.4 (HR-XML): it knows approval, and says what a correction changes."""

from __future__ import annotations

from typing import Any

from werkbrief.exchange.later import etree
from werkbrief.exchange.timecards.wire import Wire, WireLine

NAMESPACE = "http://ns.hr-xml.org/2007-04-15"
OWNER = "StaffingCompany"
_DEFAULT: Any = {None: NAMESPACE}


def as_xml(wire: Wire) -> str:
    root = etree.Element(f"{{{NAMESPACE}}}TimeCard", nsmap=_DEFAULT)
    _id(root, "Id", wire.document)
    person = _add(_add(root, "ReportedResource"), "Person")
    _id(person, "Id", wire.worker.code)
    _add(_add(person, "PersonName"), "FormattedName", wire.worker.name)
    status = "corrected" if wire.is_corrected else ""
    time = _add(root, "ReportedTime", status=status)
    _add(time, "PeriodStartDate", wire.monday)
    _add(time, "PeriodEndDate", wire.sunday)
    for line in wire.lines:
        _line(time, line, is_corrected=wire.is_corrected)
    for name, when in wire.approvals:
        approval = _add(root, "ApprovalInfo")
        named = _add(_add(approval, "Person"), "PersonName")
        _add(named, "FormattedName", name)
        _add(approval, "ApprovedDateTime", when)
    _references(root, wire)
    return etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    ).decode()


def _line(time: etree._Element, line: WireLine, *, is_corrected: bool) -> None:
    interval = _add(time, "TimeInterval", type=line.code)
    if line.day:
        interval.set("dayAssignment", line.day)
    interval.set("billable", "true" if line.is_billed else "false")
    if is_corrected:
        interval.set("actionCode", line.action)
    _id(interval, "Id", line.id)
    _add(interval, "StartDateTime", line.start)
    if line.end:
        _add(interval, "EndDateTime", line.end)
    _add(interval, "Duration", line.hours)
    if line.percent:
        rate = _add(interval, "RateOrAmount", "0.00", currency="EUR", type="hourly")
        rate.set("multiplier", line.percent)
        rate.set("toBeBilled", "true" if line.is_billed else "false")
        rate.set("toBePaid", "true")


def _references(root: etree._Element, wire: Wire) -> None:
    staffing = _add(_add(root, "AdditionalData"), "StaffingAdditionalData")
    told = _add(staffing, "CustomerReportingRequirements")
    for name, part in (
        ("Department", wire.department),
        ("CostCenter", wire.cost_center),
    ):
        if part:
            _add(told, f"{name}Code", part.code)
            _add(told, f"{name}Name", part.name)
    references = _add(staffing, "ReferenceInformation")
    if wire.supplier_kvk:
        _id(references, "StaffingSupplierId", wire.supplier_kvk, owner="KvK")
    else:
        _id(references, "StaffingSupplierId", wire.supplier.code)
    _id(references, "StaffingCustomerId", wire.client.code)
    _id(references, "AssignmentId", wire.assignment)


def _id(parent: etree._Element, name: str, value: str, *, owner: str = OWNER) -> None:
    _add(_add(parent, name, idOwner=owner), "IdValue", value)


def _add(
    parent: etree._Element, name: str, text: str = "", **attributes: str
) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    child.text = text or None
    return child
