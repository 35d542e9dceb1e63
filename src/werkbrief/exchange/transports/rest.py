"""REST push: the supplier's side of SETU's purchase-to-pay interface.

The address of a card is chosen by us and never changes, so sending one again is
harmless: what may have arrived is asked for first, and then replaced.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from werkbrief.accounts.sealing import unseal
from werkbrief.exchange.models import Delivery, Form, Receiver, Step
from werkbrief.exchange.timecards.wire import VOID
from werkbrief.exchange.transports.answers import Answer, arrived, later, refused
from werkbrief.exchange.transports.careful import CarefulTransport
from werkbrief.exchange.transports.reaching import OutOfBounds

TIMEOUT = 20.0
_LATER = {401, 403, 408, 425, 429}
_FOUND, _GONE, _NOT_ALLOWED, _EXISTS, _BROKEN = 200, 404, 405, 409, 500
_MOST = 300


@contextmanager
def rest_line(receiver: Receiver) -> Iterator["RestLine"]:
    secret = unseal(receiver.secret)
    auth = (receiver.account, secret) if receiver.account else None
    headers = _headers(receiver)
    if secret and not auth:
        headers["Authorization"] = f"Bearer {secret}"
    with httpx.Client(
        base_url=receiver.address.rstrip("/"),
        headers=headers,
        auth=auth,
        timeout=TIMEOUT,
        transport=CarefulTransport(),
        trust_env=False,
    ) as client:
        yield RestLine(client)


def _headers(receiver: Receiver) -> dict[str, str]:
    if receiver.form == Form.XML_1_4:
        return {
            "messageVersion": "application/x.setu.timecard-v1.4+xml",
            "Content-Type": "application/xml",
        }
    kind = "json" if receiver.form == Form.JSON_2_0 else "xml"
    return {"setuVersionId": "2.0", "Content-Type": f"application/{kind}"}


class RestLine:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def send(self, delivery: Delivery, *, maybe_arrived: bool) -> Answer:
        try:
            return self._send(delivery, maybe_arrived=maybe_arrived)
        except OutOfBounds as refusal:
            return later(refusal.sentence)
        except httpx.TimeoutException:
            return later("De ontvanger antwoordde niet op tijd.")
        except (httpx.HTTPError, httpx.InvalidURL) as broken:
            return later(
                f"De ontvanger was niet te bereiken ({type(broken).__name__})."
            )

    def _send(self, delivery: Delivery, *, maybe_arrived: bool) -> Answer:
        path = f"/purchase-to-pay/timecard/{delivery.timecard.resource}"
        if delivery.step == Step.WITHDRAWN:
            return _judged(self.client.delete(path), gone_is_fine=True)
        if delivery.step == Step.CORRECTED:
            answer = self._replace(path, delivery.message)
            return (
                self._drop_lines(path, delivery)
                if _is_fine(answer)
                else _judged(answer)
            )
        return _judged(self._create(path, delivery.message, check_first=maybe_arrived))

    def _create(self, path: str, message: str, *, check_first: bool) -> httpx.Response:
        if check_first and self.client.get(path).status_code == _FOUND:
            return self.client.put(path, content=message.encode())
        answer = self.client.post(path, content=message.encode())
        if answer.status_code in {_EXISTS, _GONE, _NOT_ALLOWED}:
            return self.client.put(path, content=message.encode())
        return answer

    def _replace(self, path: str, message: str) -> httpx.Response:
        answer = self.client.put(path, content=message.encode())
        if answer.status_code == _GONE:
            return self.client.post(path, content=message.encode())
        return answer

    def _drop_lines(self, path: str, delivery: Delivery) -> Answer:
        """A PUT leaves out nothing: a line that is gone has to be deleted."""
        for line in delivery.content["lines"]:
            if line["action"] == VOID:
                answer = self.client.delete(f"{path}/time-interval/{line['id']}")
                judged = _judged(answer, gone_is_fine=True)
                if not _is_fine(answer) and answer.status_code != _GONE:
                    return judged
        return arrived()


def _is_fine(answer: httpx.Response) -> bool:
    return answer.is_success


def _judged(answer: httpx.Response, *, gone_is_fine: bool = False) -> Answer:
    code = answer.status_code
    if answer.is_success or (gone_is_fine and code == _GONE):
        return arrived(f"Antwoord {code}.")
    told = f"Antwoord {code}: {_description(answer)}"[:_MOST]
    return later(told) if code in _LATER or code >= _BROKEN else refused(told)


def _description(answer: httpx.Response) -> str:
    """The standard's error is {code, description}; expect anything."""
    try:
        found = answer.json()
    except ValueError:
        return " ".join(answer.text.split())
    told = found.get("description") if isinstance(found, dict) else None
    return str(told or found)
