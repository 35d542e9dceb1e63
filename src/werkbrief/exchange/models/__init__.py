"""Who receives hours, and what was handed over to them."""

from werkbrief.exchange.models.deliveries import Batch, Delivery, Fate, Step, Timecard
from werkbrief.exchange.models.imports import Import
from werkbrief.exchange.models.layouts import Layout, Separator, SheetForm
from werkbrief.exchange.models.receivers import (
    BreakStyle,
    DayAssignment,
    Form,
    Receiver,
    SurchargeStyle,
    Transport,
)
from werkbrief.exchange.models.supplied import Supplied
from werkbrief.exchange.models.tokens import ApiToken, Scope, Webhook, WebhookCall

__all__ = [
    "ApiToken",
    "Batch",
    "BreakStyle",
    "DayAssignment",
    "Delivery",
    "Fate",
    "Form",
    "Import",
    "Layout",
    "Receiver",
    "Scope",
    "Separator",
    "SheetForm",
    "Step",
    "Supplied",
    "SurchargeStyle",
    "Timecard",
    "Transport",
    "Webhook",
    "WebhookCall",
]
