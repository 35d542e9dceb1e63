"""An address that somebody fills in leads nowhere inside, whatever it is called."""

import socket
from ipaddress import ip_network

import httpcore
import pytest

from tests.cast import NOW
from tests.exchange.handing import one_card, receiver
from werkbrief.accounts.sealing import seal
from werkbrief.exchange.actions import TokenWish, issue_token, listen, tell_due
from werkbrief.exchange.actions.delivering import deliver_due
from werkbrief.exchange.models import Delivery, Scope, Webhook, WebhookCall
from werkbrief.exchange.transports import OutOfBounds, refuse_own_net
from werkbrief.exchange.transports.reaching import is_allowed
from werkbrief.office.forms_delivery import ReceiverForm

INSIDE = (
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
)


@pytest.fixture(autouse=True)
def _as_installed(_next_door, settings):
    settings.REACHABLE = []


def answers(monkeypatch, *addresses):
    """The name server gives these, one at each question; the questions are counted."""
    asked = []

    def getaddrinfo(host, port, *args, **kwargs):
        asked.append(host)
        address = addresses[min(len(asked), len(addresses)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_our_own_is_allowed(address):
    assert not is_allowed(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1"])
def test_the_internet_is_allowed(address):
    assert is_allowed(address)


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "[::1]", "10.0.0.1"])
def test_what_says_itself_that_it_is_inside_is_refused_when_filled_in(name):
    with pytest.raises(OutOfBounds):
        refuse_own_net(name)


def test_the_form_says_so_at_the_field():
    told = {"transport": "rest", "address": "https://169.254.169.254/x", "name": "x"}
    assert "eigen of afgeschermd net" in str(ReceiverForm(told).errors["address"])


def test_the_form_wants_a_mail_address_for_mail():
    form = ReceiverForm({"transport": "mail", "address": "https://x.nl", "name": "x"})
    assert "Vul een e-mailadres in" in str(form.errors["address"])


@pytest.mark.parametrize(("transport", "scheme"), [("rest", "http"), ("sftp", "sftp")])
def test_a_card_for_this_machine_waits_and_says_why(
    cast, office, made, transport, scheme
):
    address = f"{scheme}://127.0.0.1:{office.server_port}/in"
    one_card(receiver(cast, transport=transport, address=address, fingerprint="x"))
    deliver_due(at=NOW)
    card = Delivery.objects.get()
    assert (card.fate, office.seen) == ("waiting", [])
    assert "WERKBRIEF_REACHABLE" in card.told


def test_a_name_that_leads_inside_is_not_followed(cast, office, made, monkeypatch):
    answers(monkeypatch, "127.0.0.1")
    address = f"http://loon.example:{office.server_port}"
    one_card(receiver(cast, transport="rest", address=address))
    deliver_due(at=NOW)
    assert ("eigen of afgeschermd" in Delivery.objects.get().told) is True
    assert office.seen == []


def test_a_name_that_answers_something_else_a_moment_later_wins_nothing(
    cast, made, monkeypatch
):
    """The address that was looked at is the one that is connected to."""
    asked, went = answers(monkeypatch, "93.184.215.14", "127.0.0.1"), []

    def connect(_self, host, *args, **kwargs):
        went.append(host)
        raise httpcore.ConnectError("far away")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    one_card(receiver(cast, transport="rest", address="http://loon.example"))
    deliver_due(at=NOW)
    assert (asked, went) == (["loon.example"], ["93.184.215.14"])


def test_what_the_installation_allows_is_reached(cast, office, made, settings):
    settings.REACHABLE = [ip_network("127.0.0.1/32")]
    to = receiver(cast, transport="rest", address=office.address, secret=seal("geheim"))
    one_card(to)
    assert deliver_due(at=NOW) == 1


def test_a_webhook_inside_is_refused_when_asked_and_when_told(cast, monkeypatch):
    wish = TokenWish(cast.agency, "loon", [Scope.WEBHOOKS])
    token = issue_token(wish, by=cast.jet, at=NOW)[0]
    with pytest.raises(OutOfBounds):
        listen(token, "https://127.0.0.1/x", ["timesheets.approved"], "geheim", at=NOW)
    hook = Webhook.objects.create(
        agency=cast.agency,
        token=token,
        address="https://haak.example/x",
        secret=seal("geheim"),
        events=[],
        told_until=0,
    )
    WebhookCall.objects.create(webhook=hook, event=1, body={}, due=NOW)
    answers(monkeypatch, "10.0.0.7")
    assert tell_due(at=NOW) == 0
    assert "eigen of afgeschermd" in WebhookCall.objects.get().told


def test_a_card_goes_by_mail_under_a_number_of_its_own(cast, made, postbox):
    to = receiver(cast, "1.4-xml", transport="mail", address="uren@loon.example")
    card = one_card(to)
    assert deliver_due(at=NOW) == 1
    recipients, letter = postbox.next()
    (file,) = letter.iter_attachments()
    assert recipients == ["uren@loon.example"]
    assert file.get_filename() == f"{card.timecard.document}-v1.xml"
    assert file.get_content() == card.message.encode()
    Delivery.objects.update(fate="waiting", due=NOW)
    deliver_due(at=NOW)
    assert postbox.next()[1]["Message-ID"] == letter["Message-ID"]


def test_a_mail_server_that_is_away_is_tried_again(cast, made, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    one_card(receiver(cast, transport="mail", address="uren@loon.example"))
    deliver_due(at=NOW)
    card = Delivery.objects.get()
    assert (card.fate, "niet te bereiken" in card.told) == ("waiting", True)
