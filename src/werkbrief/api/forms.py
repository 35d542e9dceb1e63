"""What goes in and out, as the description of the interface has it."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from werkbrief.timesheets.models import Reason, Verdict


class Strict(Schema):
    """What is sent and means nothing is refused, not overlooked."""

    model_config = ConfigDict(extra="forbid")


class ClientOut(Schema):
    slug: str
    name: str
    number: str


class ClientsOut(Schema):
    items: list[ClientOut]


class ShiftOut(Schema):
    id: int
    worker_number: str
    worker: str
    assignment: str
    start: datetime
    end: datetime
    break_minutes: int
    is_cancelled: bool


class ShiftsOut(Schema):
    items: list[ShiftOut]
    next: str | None


class EntryOut(Schema):
    id: int
    version: int
    etag: str
    client: str
    worker_number: str
    worker: str
    assignment: str
    job_function: str
    department: str | None
    start: datetime
    end: datetime
    break_minutes: int
    worked_minutes: int
    state: Literal["open", "changed", "approved", "rejected"]
    reason: str | None
    decided_at: datetime | None


class EntriesOut(Schema):
    items: list[EntryOut]
    next: str | None


class ChangeIn(Strict):
    """Times on the wall, as people type them: "7:30". What is left out stays."""

    start: str | None = Field(None, max_length=10)
    end: str | None = Field(None, max_length=10)
    break_minutes: int | None = Field(None, ge=0, le=1440)
    worked: str | None = Field(None, max_length=10)


class DecisionIn(Strict):
    verdict: Verdict
    reason: Reason | None = None


class ByHandOut(Schema):
    """What somebody set instead of what was computed; to judge: that changed since."""

    computed_percent: str | None
    set_percent: str
    reason: str
    is_to_judge: bool


class PayLineOut(Schema):
    entry: int
    start: datetime
    end: datetime
    minutes: int
    percent: str | None
    rules: list[str]
    articles: str
    is_addon: bool
    hour_type: str
    hour_code: str
    by_hand: ByHandOut | None


class PayOut(Schema):
    items: list[PayLineOut]


class ImportOut(Schema):
    is_trial: bool
    lines: int
    created: int
    changed: int
    sentences: list[str]


class ReceiverOut(Schema):
    id: int
    name: str
    form: str
    transport: str


class ReceiversOut(Schema):
    items: list[ReceiverOut]


class BatchIn(Strict):
    week: str = Field(pattern=r"^\d{4}-W\d{2}$", examples=["2026-W47"])


class DeliveryOut(Schema):
    id: int
    document: str
    step: str
    fate: str
    told: str


class BatchOut(Schema):
    id: int
    number: int
    week: str
    deliveries: list[DeliveryOut]


class WebhookIn(Strict):
    address: str = Field(pattern=r"^https://[^\s]{3,280}$")
    events: list[str] = Field(min_length=1, max_length=20)


class WebhookOut(Schema):
    id: int
    address: str
    events: list[str]


class NewWebhookOut(WebhookOut):
    secret: str


class WebhooksOut(Schema):
    items: list[WebhookOut]


class ReplayIn(Strict):
    since: datetime


class ManualIn(Strict):
    """Times as people type them; the same times on each of the days."""

    who: str = Field(min_length=1, max_length=150)
    job_function: str = Field(min_length=1, max_length=100)
    days: list[date] = Field(min_length=1, max_length=31)
    start: str | None = Field(None, max_length=10)
    end: str | None = Field(None, max_length=10)
    break_minutes: int | None = Field(None, ge=0, le=1440)
    worked: str | None = Field(None, max_length=10)
    description: str = Field("", max_length=500)


class ManualDayOut(Schema):
    start: datetime
    end: datetime
    break_minutes: int
    entry: int | None


class ManualOut(Schema):
    id: int
    client: str
    job_function: str
    who: str
    description: str
    state: str
    reason: str | None
    days: list[ManualDayOut]


class ManualListOut(Schema):
    items: list[ManualOut]
    next: str | None


class ExportIn(Strict):
    """Both days included; `layout` is the number of one of the agency's own."""

    since: date
    until: date
    layout: int | None = Field(None, ge=1, lt=2**63)


class MistakeOut(Schema):
    line: int
    field: str
    detail: str


class JobOut(Schema):
    id: int
    kind: str
    state: Literal["waiting", "running", "done", "failed"]
    phase: str
    percent: int | None
    detail: str
    sentences: list[str]
    errors: list[MistakeOut]
    file_name: str | None
    file_size: int
