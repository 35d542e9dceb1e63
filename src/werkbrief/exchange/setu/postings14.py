"""The Assignment message of SETU 1.4 (HR-XML): the same things at other places."""

from werkbrief.exchange.reading.cells import read_text
from werkbrief.exchange.reading.lines import Posting
from werkbrief.exchange.setu.opening import Message, each, text_at
from werkbrief.exchange.setu.postings import read_date, whole_minutes
from werkbrief.words.refusals import Refusal

_AGENCY = "StaffingCompany"
_EXTRA = "UserArea/AssignmentAdditionalNL"
_WEEKS = {"weekly": 1, "4weekly": 4}


def is_version_14(message: Message) -> bool:
    return "AssignmentId" in message or "ReferenceInformation" in message


def read_posting_14(message: Message) -> Posting:
    """An assignment, without the worker's name. Raises Refusal."""
    told = message.get("ReferenceInformation")
    number = owned_14(told, "HumanResourceId")
    clients = _ids(told, "StaffingCustomerId")
    if not number:
        raise Refusal("Het personeelsnummer ontbreekt.", field="HumanResourceId")
    if not clients:
        raise Refusal("De opdrachtgever ontbreekt.", field="StaffingCustomerId")
    period = "AssignmentDateRange"
    ends = text_at(message, f"{period}/EndDate") or text_at(
        message, f"{period}/ExpectedEndDate"
    )
    start = text_at(message, f"{period}/StartDate")
    return Posting(
        client="\n".join(value for _, value in clients),
        payroll_number=read_text(number, 40),
        job_function=read_text(text_at(message, f"{_EXTRA}/JobTitle"), 100),
        starts_on=read_date(start, f"{period}/StartDate"),
        ends_on=read_date(ends, f"{period}/EndDate") if ends else None,
        number=read_text(text_at(message, "AssignmentId/IdValue"), 60),
        department=named_14(message, "Department"),
        cost_center=named_14(message, "CostCenter"),
        contract_minutes=_contract(message),
    )


def _contract(message: Message) -> int | None:
    weeks = _WEEKS.get(text_at(message, "StaffingShift/@shiftPeriod"), 0)
    return whole_minutes(text_at(message, "StaffingShift/Hours"), weeks)


def named_14(message: Message, part: str) -> str:
    place = f"CustomerReportingRequirements/{part}"
    name = text_at(message, f"{place}Name") or text_at(message, f"{place}Code")
    return read_text(name, 100)


def owned_14(told: object, name: str) -> str:
    """The agency's own number goes before the one that the client gave."""
    ranked = sorted(_ids(told, name), key=lambda one: one[0] != _AGENCY)
    return ranked[0][1] if ranked else ""


def _ids(told: object, name: str) -> list[tuple[str, str]]:
    rows = each(told.get(name)) if isinstance(told, dict) else []
    found = [(text_at(one, "@idOwner"), text_at(one, "IdValue")) for one in rows]
    return [one for one in found if one[1]]
