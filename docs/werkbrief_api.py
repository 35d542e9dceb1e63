"""Werkbrief from Python: one file, nothing but the standard library (3.11 or newer).

`werkbrief connector` writes it from the description of the interface; make it anew
rather than change it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NotRequired, TypedDict
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener


class Problem(Exception):  # noqa: N818
    """The interface said no. `detail` is its sentence, `errors` name the fields."""

    def __init__(self, status: int, told: Mapping[str, Any]) -> None:
        self.status = status
        self.detail = str(told.get("detail", f"antwoord {status}"))
        self.errors: list[dict[str, Any]] = told.get("errors", [])
        super().__init__(self.detail)


class NotLetIn(Problem):
    """401: the token opens nothing."""


class NotThere(Problem):
    """404: it does not exist, or this token may not see it."""


class NotNow(Problem):
    """409: this can't be done as things stand."""


class Changed(Problem):
    """412: somebody was there first. Read it again."""


class NotRight(Problem):
    """422: the request or the file is wrong."""


class TooFast(Problem):
    """429: also after waiting as long as was asked, several times."""


PROBLEMS = {
    401: NotLetIn,
    404: NotThere,
    409: NotNow,
    412: Changed,
    422: NotRight,
    429: TooFast,
}
UNCHANGED, LATER, REMEMBERED = 304, {429, 503}, 200
JSON = "application/json"


class _Straight(HTTPRedirectHandler):
    """The token goes to the address that it was given for, and to no other."""

    def redirect_request(self, *_asked: object) -> None:
        return None


class Calling:
    """One integration's line: waits as long as asked, and reads nothing twice.

    What was read is remembered with its ETag: when it did not change, the answer is
    the one of before, and only a few bytes went over the line.
    """

    def __init__(
        self, address: str, token: str, *, timeout: float = 60.0, tries: int = 4
    ) -> None:
        self.address, self.timeout, self.tries = address.rstrip("/"), timeout, tries
        self._token = token
        self._open = build_opener(_Straight).open
        self._read: dict[str, tuple[str, str, bytes]] = {}

    def _pages(self, path: str, query: Mapping[str, object]) -> Iterator[Any]:
        """One by one, over all pages: the next is asked for when it is needed."""
        cursor: str | None = ""
        while cursor is not None:
            page = self._ask("GET", path, query={**query, "cursor": cursor})
            yield from page["items"]
            cursor = page["next"]

    def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:  # noqa: ANN401
        request = Request(self._address(path, query), method=method)  # noqa: S310
        request.add_header("Authorization", f"Bearer {self._token}")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        if body is not None:
            kind, request.data = _packed(body)
            request.add_header("Content-Type", kind)
        known = self._read.get(request.full_url) if method == "GET" else None
        if known:
            request.add_header("If-None-Match", known[0])
        return _unpacked(*self._answer(request, known))

    def _address(self, path: str, query: Mapping[str, object] | None) -> str:
        told = {
            name: str(value).lower() if isinstance(value, bool) else value
            for name, value in (query or {}).items()
        }
        return f"{self.address}{path}" + (f"?{urlencode(told)}" if told else "")

    def _answer(
        self, request: Request, known: tuple[str, str, bytes] | None
    ) -> tuple[str, bytes]:
        """What kind of answer came, and the answer."""
        for left in range(self.tries, 0, -1):
            try:
                with self._open(request, timeout=self.timeout) as answer:
                    kind, content = answer.headers.get_content_type(), answer.read()
                    self._remember(request, answer.headers.get("ETag"), kind, content)
                    return kind, content
            except HTTPError as error:
                if error.code == UNCHANGED and known:
                    return known[1:]
                problem = _problem(error)
                if error.code not in LATER or left == 1:
                    raise problem from None
                time.sleep(int(error.headers.get("Retry-After", "1")))
        raise AssertionError

    def _remember(
        self, request: Request, tag: str | None, kind: str, content: bytes
    ) -> None:
        """The latest few hundred lists; a file is asked for once anyway."""
        if tag and request.method == "GET" and kind == JSON:
            self._read[request.full_url] = (tag, kind, content)
            if len(self._read) > REMEMBERED:
                del self._read[next(iter(self._read))]


def _part(value: object) -> str:
    return quote(str(value), safe="")


def _packed(body: object) -> tuple[str, bytes]:
    if isinstance(body, bytes):
        return "application/octet-stream", body
    return JSON, json.dumps(body).encode()


def _unpacked(kind: str, content: bytes) -> Any:  # noqa: ANN401
    return json.loads(content) if kind == JSON else content


def _problem(error: HTTPError) -> Problem:
    content = error.read()
    is_told = error.headers.get_content_type() == "application/problem+json"
    told = json.loads(content) if is_told else {}
    return PROBLEMS.get(error.code, Problem)(error.code, told)


Reason = Literal["no_show", "sent_home", "swapped", "double", "other"]
Verdict = Literal["approved", "rejected"]


class ClientOut(TypedDict):
    slug: str
    name: str
    number: str


class ClientsOut(TypedDict):
    items: list[ClientOut]


class ShiftOut(TypedDict):
    id: int
    worker_number: str
    worker: str
    assignment: str
    start: str
    end: str
    break_minutes: int
    is_cancelled: bool


class ShiftsOut(TypedDict):
    items: list[ShiftOut]
    next: str | None


class EntriesOut(TypedDict):
    items: list[EntryOut]
    next: str | None


class EntryOut(TypedDict):
    id: int
    version: int
    etag: str
    client: str
    worker_number: str
    worker: str
    assignment: str
    job_function: str
    department: str | None
    start: str
    end: str
    break_minutes: int
    worked_minutes: int
    state: Literal["open", "changed", "approved", "rejected"]
    reason: str | None
    decided_at: str | None


class ChangeIn(TypedDict):
    start: NotRequired[str | None]
    end: NotRequired[str | None]
    break_minutes: NotRequired[int | None]
    worked: NotRequired[str | None]


class DecisionIn(TypedDict):
    verdict: Verdict
    reason: NotRequired[Reason | None]


class ByHandOut(TypedDict):
    computed_percent: str | None
    set_percent: str
    reason: str
    is_to_judge: bool


class PayLineOut(TypedDict):
    entry: int
    start: str
    end: str
    minutes: int
    percent: str | None
    rules: list[str]
    articles: str
    is_addon: bool
    hour_type: str
    hour_code: str
    by_hand: ByHandOut | None


class PayOut(TypedDict):
    items: list[PayLineOut]


class ManualDayOut(TypedDict):
    start: str
    end: str
    break_minutes: int
    entry: int | None


class ManualListOut(TypedDict):
    items: list[ManualOut]
    next: str | None


class ManualOut(TypedDict):
    id: int
    client: str
    job_function: str
    who: str
    description: str
    state: str
    reason: str | None
    days: list[ManualDayOut]


class ManualIn(TypedDict):
    who: str
    job_function: str
    days: list[str]
    start: NotRequired[str | None]
    end: NotRequired[str | None]
    break_minutes: NotRequired[int | None]
    worked: NotRequired[str | None]
    description: NotRequired[str]


class ImportOut(TypedDict):
    is_trial: bool
    lines: int
    created: int
    changed: int
    sentences: list[str]


class JobOut(TypedDict):
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


class MistakeOut(TypedDict):
    line: int
    field: str
    detail: str


class ReceiverOut(TypedDict):
    id: int
    name: str
    form: str
    transport: str


class ReceiversOut(TypedDict):
    items: list[ReceiverOut]


class BatchOut(TypedDict):
    id: int
    number: int
    week: str
    deliveries: list[DeliveryOut]


class DeliveryOut(TypedDict):
    id: int
    document: str
    step: str
    fate: str
    told: str


class BatchIn(TypedDict):
    week: str


class ExportIn(TypedDict):
    since: str
    until: str
    layout: NotRequired[int | None]


class WebhookOut(TypedDict):
    id: int
    address: str
    events: list[str]


class WebhooksOut(TypedDict):
    items: list[WebhookOut]


class NewWebhookOut(TypedDict):
    id: int
    address: str
    events: list[str]
    secret: str


class WebhookIn(TypedDict):
    address: str
    events: list[str]


class ReplayIn(TypedDict):
    since: str


class Werkbrief(Calling):
    """Planning, werkbriefjes, oordelen, loonregels en leveringen."""

    def clients(self) -> ClientsOut:
        """De opdrachtgevers van dit token."""
        answer: ClientsOut = self._ask("GET", "/clients")
        return answer

    def shifts(self, slug: str, week: str, *, limit: int = 100) -> Iterator[ShiftOut]:
        """De planning van een week."""
        return self._pages(
            f"/clients/{_part(slug)}/weeks/{_part(week)}/shifts",
            {"limit": limit},
        )

    def entries(self, slug: str, week: str, *, limit: int = 100) -> Iterator[EntryOut]:
        """De werkbriefjes van een week."""
        return self._pages(
            f"/clients/{_part(slug)}/weeks/{_part(week)}/entries",
            {"limit": limit},
        )

    def entry(self, pk: int) -> EntryOut:
        """Eén werkbriefje; de ETag is zijn versie."""
        answer: EntryOut = self._ask("GET", f"/entries/{_part(pk)}")
        return answer

    def change_entry(self, pk: int, told: ChangeIn, *, if_match: str) -> EntryOut:
        """Uren wijzigen; If-Match is verplicht."""
        answer: EntryOut = self._ask(
            "PATCH",
            f"/entries/{_part(pk)}",
            body=told,
            headers={"If-Match": if_match},
        )
        return answer

    def decide(self, pk: int, told: DecisionIn, *, if_match: str) -> EntryOut:
        """Goedkeuren of afkeuren; If-Match is verplicht."""
        answer: EntryOut = self._ask(
            "PUT",
            f"/entries/{_part(pk)}/decision",
            body=told,
            headers={"If-Match": if_match},
        )
        return answer

    def pay_lines(self, slug: str, week: str) -> PayOut:
        """De loonregels van de goedgekeurde uren van een week."""
        answer: PayOut = self._ask(
            "GET",
            f"/clients/{_part(slug)}/weeks/{_part(week)}/pay-lines",
        )
        return answer

    def manual_entries(self, slug: str, *, limit: int = 100) -> Iterator[ManualOut]:
        """De handmatige werkbriefjes van een opdrachtgever."""
        return self._pages(f"/clients/{_part(slug)}/manual-entries", {"limit": limit})

    def add_manual_entry(self, slug: str, told: ManualIn) -> ManualOut:
        """Uren doorgeven van iemand die niet gepland was."""
        answer: ManualOut = self._ask(
            "POST",
            f"/clients/{_part(slug)}/manual-entries",
            body=told,
        )
        return answer

    def manual_entry(self, pk: int) -> ManualOut:
        """Eén handmatig werkbriefje, en wat ervan werd."""
        answer: ManualOut = self._ask("GET", f"/manual-entries/{_part(pk)}")
        return answer

    def import_file(
        self,
        told: bytes,
        *,
        trial: bool = False,
        background: bool = False,
        what: Literal["planning", "hours", "people"] = "planning",
    ) -> ImportOut | JobOut:
        """Een planning of geklokte uren inlezen: werkmap, CSV of SETU 2.0."""
        answer: ImportOut | JobOut = self._ask(
            "POST",
            "/imports",
            query={"trial": trial, "background": background, "what": what},
            body=told,
        )
        return answer

    def receivers(self) -> ReceiversOut:
        """De ontvangers van uren."""
        answer: ReceiversOut = self._ask("GET", "/receivers")
        return answer

    def deliver(self, pk: int, told: BatchIn) -> BatchOut:
        """Een week leveren; een tweede keer alleen het verschil."""
        answer: BatchOut = self._ask(
            "POST",
            f"/receivers/{_part(pk)}/batches",
            body=told,
        )
        return answer

    def batch(self, pk: int) -> BatchOut:
        """Een levering, met wat van elke urenstaat werd."""
        answer: BatchOut = self._ask("GET", f"/batches/{_part(pk)}")
        return answer

    def export_lines(self, told: ExportIn) -> JobOut:
        """De loonregels van een periode als bestand; het komt als taak."""
        answer: JobOut = self._ask("POST", "/exports", body=told)
        return answer

    def job(self, pk: int) -> JobOut:
        """Hoe ver een taak is, en wat ervan werd."""
        answer: JobOut = self._ask("GET", f"/jobs/{_part(pk)}")
        return answer

    def job_file(self, pk: int) -> bytes:
        """Het bestand dat een taak maakte."""
        answer: bytes = self._ask("GET", f"/jobs/{_part(pk)}/file")
        return answer

    def webhooks(self) -> WebhooksOut:
        """De adressen die horen wat er gebeurde."""
        answer: WebhooksOut = self._ask("GET", "/webhooks")
        return answer

    def add_webhook(self, told: WebhookIn) -> NewWebhookOut:
        """Een adres toevoegen; het geheim komt één keer terug."""
        answer: NewWebhookOut = self._ask("POST", "/webhooks", body=told)
        return answer

    def stop_webhook(self, pk: int) -> None:
        """Een adres hoort niets meer."""
        self._ask("DELETE", f"/webhooks/{_part(pk)}")

    def replay_webhook(self, pk: int, told: ReplayIn) -> None:
        """Alles sinds een tijdstip opnieuw vertellen."""
        self._ask("POST", f"/webhooks/{_part(pk)}/replays", body=told)

    def bring(
        self,
        kind: str,
        resource: str,
        told: dict[str, Any] | bytes,
    ) -> dict[str, Any] | bytes:
        """Een assignment, human-resource of planning-assignment brengen."""
        answer: dict[str, Any] | bytes = self._ask(
            "POST",
            f"/setu/purchase-to-pay/{_part(kind)}/{_part(resource)}",
            body=told,
        )
        return answer

    def bring_again(
        self,
        kind: str,
        resource: str,
        told: dict[str, Any] | bytes,
    ) -> dict[str, Any] | bytes:
        """Hetzelfde, als het er al is."""
        answer: dict[str, Any] | bytes = self._ask(
            "PUT",
            f"/setu/purchase-to-pay/{_part(kind)}/{_part(resource)}",
            body=told,
        )
        return answer

    def brought(self, kind: str, resource: str) -> dict[str, Any] | bytes:
        """Wat Werkbrief van het bericht bewaart."""
        answer: dict[str, Any] | bytes = self._ask(
            "GET",
            f"/setu/purchase-to-pay/{_part(kind)}/{_part(resource)}",
        )
        return answer

    def withdraw(self, kind: str, resource: str) -> None:
        """Het bericht intrekken: de plaatsing eindigt, de diensten vervallen."""
        self._ask("DELETE", f"/setu/purchase-to-pay/{_part(kind)}/{_part(resource)}")
