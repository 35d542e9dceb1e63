"""Messages of the sector's standard, 2.0 and 1.4, XML and JSON, as they come and go."""

import json

from tests.fuzz.target import Target, answer
from werkbrief.exchange.setu import read_messages
from werkbrief.exchange.setu.keeping import kept_of, shown_as_xml

PERSON = {
    "person": {
        "id": [{"value": "29b2", "schemeAgencyId": "Supplier"}, {"value": "7"}],
        "name": {"formattedName": "Mo Salah"},
    }
}
CUSTOMER = {"id": [{"value": "anker"}], "legalId": {"value": "12345678"}}
PROFILE = {
    "positionTitle": "Inpakker",
    "shiftDescription": "dagploeg",
    "positionPeriod": {"start": "2026-11-02", "expectedEnd": "2027-01-31"},
    "positionOrganizations": [{"name": "Hal", "responsibilityCode": {"value": ""}}],
    "costAllocation": {"costCenter": {"name": "K1", "code": "1"}},
    "workingPeriods": [
        {
            "baseDuration": {"value": 1, "unitCode": {"value": "Weekly"}},
            "workDuration": {"value": 36, "unitCode": {"value": "Hours"}},
        }
    ],
}
BREAK = {"startTime": "12:00:00", "endTime": "12:30:00", "paidOrUnpaid": "Unpaid"}
SINGLE = {
    "startDateTime": "2026-11-16T07:30:00",
    "endDateTime": "2026-11-16T16:00:00+01:00",
    "breaks": [BREAK, {"breakTrigger": {"breakDuration": "00:15:00"}}],
}
WEEKLY = {
    "planningPeriod": "Monday",
    "startTime": "07:30:00",
    "hours": 8,
    "breaks": [BREAK],
}
WORKER = {"workerId": {"value": "29b2"}, "assignedStatus": True, **PERSON}
ASKED = {
    "customer": CUSTOMER,
    "positionProfile": PROFILE,
    "singlePlanningLine": [SINGLE | {"positionQuantity": 3}],
    "periodicPlanningLine": [WEEKLY | {"positionQuantity": 2}],
}
ASSIGNMENT = {
    "documentId": {"value": "P-17"},
    "customer": CUSTOMER,
    "assignedWorker": {"workerId": {"value": "29b2"}},
    "positionProfile": PROFILE,
    "resourceClassificationInclusion": {"department": {"name": "Hal"}},
}
PLANNED = {
    "customer": CUSTOMER,
    "assignedWorker": WORKER,
    "positionProfile": PROFILE,
    "singlePlanningLine": [SINGLE],
    "periodicPlanningLine": [WEEKLY],
}
AWAY = {
    "worker": {"workerId": [{"value": "29b2", "schemeAgencyId": "Supplier"}]},
    "singleAvailabilityLine": [
        {
            "startDateTime": "2026-11-16T00:00:00",
            "endDateTime": "2026-11-17T00:00:00",
            "availabilityStatus": "NotAvailable",
        }
    ],
    "periodicAvailabilityLine": [{"planningPeriod": "Monday"}],
}
CARD = {
    **PERSON,
    "customer": CUSTOMER,
    "period": {"datePeriod": {"start": "2026-11-16", "end": "2026-11-22"}},
    "staffingIds": {"assignmentId": {"value": "P-17"}},
    "department": {"name": "Hal", "code": "H"},
    "timeInterval": [
        {
            "typeCode": {"value": code},
            "period": {
                "dateTimePeriod": {
                    "start": "2026-11-16T07:30:00",
                    "end": "2026-11-16T12:00:00",
                }
            },
            "timeTotal": 4.5,
            "payRates": [{"toBeBilled": True}],
        }
        for code in ("HT100", "HT400", "HT102")
    ],
    "allowance": [{"amount": 1}],
}
ALL = {
    "HumanResource": PERSON,
    "Assignment": ASSIGNMENT,
    "PlanningAssignment": PLANNED,
    "PlanningRequest": ASKED,
    "PlanningConstraints": AWAY,
    "Timecard": CARD,
}
PLACED_14 = """<Assignment><AssignmentId><IdValue>1</IdValue></AssignmentId>
<ReferenceInformation><HumanResourceId idOwner="StaffingCompany"><IdValue>2</IdValue>
</HumanResourceId><StaffingCustomerId><IdValue>anker</IdValue></StaffingCustomerId>
</ReferenceInformation><AssignmentDateRange><StartDate>2026-11-02</StartDate>
<EndDate>2027-01-31</EndDate></AssignmentDateRange><StaffingShift shiftPeriod="weekly">
<Hours>36</Hours></StaffingShift><CustomerReportingRequirements><DepartmentName>Hal
</DepartmentName></CustomerReportingRequirements><UserArea><AssignmentAdditionalNL>
<JobTitle>Inpakker</JobTitle></AssignmentAdditionalNL></UserArea></Assignment>"""
CARD_14 = """<TimeCard><ReportedResource><Person><Id><IdValue>2</IdValue></Id>
<PersonName><FormattedName>Mo</FormattedName></PersonName></Person></ReportedResource>
<ReportedTime><PeriodStartDate>2026-11-16</PeriodStartDate><TimeInterval type="Regular"
actionCode="Add" billable="true"><StartDateTime>2026-11-16T07:30:00</StartDateTime>
<EndDateTime>2026-11-16T12:00:00</EndDateTime><Duration>4.50</Duration></TimeInterval>
<TimeInterval type="Break"><StartDateTime>2026-11-16T12:00:00</StartDateTime><Duration>
0.5</Duration></TimeInterval></ReportedTime><AdditionalData><StaffingAdditionalData>
<ReferenceInformation><StaffingCustomerId><IdValue>anker</IdValue></StaffingCustomerId>
<AssignmentId idOwner="StaffingCompany"><IdValue>P</IdValue></AssignmentId>
</ReferenceInformation></StaffingAdditionalData></AdditionalData></TimeCard>"""


def read(content):
    return answer(_read, content), answer(_kept, content)


def _read(content):
    """Each mistake names the field, and its remedy is a sentence."""
    reading = read_messages(content)
    for mistake in reading.mistakes:
        assert mistake.remedy.endswith((".", "?")), mistake
    return reading


def _kept(content):
    """What is kept of a message that was read can be shown, and read again."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"<", b"{"}:
        return None
    reading = read_messages(content)
    if reading.mistakes:
        return None
    kept = kept_of(content)
    if content.lstrip()[:1] == b"<":
        shown_as_xml("assignment", kept)
    assert "\\u0000" not in json.dumps(kept, allow_nan=False)
    return json.dumps(kept, ensure_ascii=False).encode()


def _xml(kind, message):
    return f"<{kind}>{_inside(message)}</{kind}>".encode()


def _inside(branch):
    if not isinstance(branch, dict):
        return str(branch)
    return "".join(
        f"<{name}>{_inside(one)}</{name}>"
        for name, value in branch.items()
        for one in (value if isinstance(value, list) else [value])
    )


TARGET = Target(
    "berichten",
    read,
    (
        *(json.dumps(message).encode() for message in ALL.values()),
        *(_xml(kind, message) for kind, message in ALL.items()),
        json.dumps([PERSON, ASSIGNMENT]).encode(),
        PLACED_14.encode(),
        CARD_14.encode(),
        b"<StaffingOrder/>",
    ),
    (
        *(b"P1D", b"+24:00", b"T24:00:00", b"Z", b"DELETE", b"Paid", b"NaN", b"1e400"),
        *(b"<!DOCTYPE a>", b"<!ENTITY b 'c'>", b"&b;", b"<![CDATA[", b"<?x?>"),
    ),
)
