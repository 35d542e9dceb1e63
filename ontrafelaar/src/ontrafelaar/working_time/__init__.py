"""Checks on working time (Arbeidstijdenwet): findings, never a change of pay."""

from ontrafelaar.working_time.checks import findings
from ontrafelaar.working_time.findings import Finding, Severity

__all__ = ["Finding", "Severity", "findings"]
