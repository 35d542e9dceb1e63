"""Who hires whom, and who may see what."""

from werkbrief.staffing.models.agencies import Agency, AgencyRole, Logo, Role
from werkbrief.staffing.models.assignments import Assignment
from werkbrief.staffing.models.clients import (
    Agreement,
    Client,
    CostCenter,
    Crew,
    Department,
    JobFunction,
    Site,
)
from werkbrief.staffing.models.contacts import Contact, Deputy
from werkbrief.staffing.models.hour_types import HourKind, HourType
from werkbrief.staffing.models.keys import AgencyKey
from werkbrief.staffing.models.links import PersonalLink
from werkbrief.staffing.models.memberships import LENT, Membership, Right, Substitute
from werkbrief.staffing.models.sign_ons import SignOn
from werkbrief.staffing.models.workers import Worker, fold

__all__ = [
    "LENT",
    "Agency",
    "AgencyKey",
    "AgencyRole",
    "Agreement",
    "Assignment",
    "Client",
    "Contact",
    "CostCenter",
    "Crew",
    "Department",
    "Deputy",
    "HourKind",
    "HourType",
    "JobFunction",
    "Logo",
    "Membership",
    "PersonalLink",
    "Right",
    "Role",
    "SignOn",
    "Site",
    "Substitute",
    "Worker",
    "fold",
]
