"""Who receives hours, and what was handed over to them."""

from werkbrief.exchange.models.deliveries import Batch, Delivery, Fate, Step, Timecard
from werkbrief.exchange.models.layouts import Layout, Separator, SheetForm
from werkbrief.exchange.models.receivers import (
    BreakStyle,
    DayAssignment,
    Form,
    Receiver,
    SurchargeStyle,
    Transport,
)

__all__ = [
    "Batch",
    "BreakStyle",
    "DayAssignment",
    "Delivery",
    "Fate",
    "Form",
    "Layout",
    "Receiver",
    "Separator",
    "SheetForm",
    "Step",
    "SurchargeStyle",
    "Timecard",
    "Transport",
]
