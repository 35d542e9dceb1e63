"""Where the portal may connect to: the internet, and what the installation allows.

Anybody who may fill in a receiver or a webhook chooses an address; the machine stands
where that person doesn't. The address that is looked at is the one that is connected
to: a name that answers something else a moment later wins nothing.
"""

import ipaddress
import socket

from django.conf import settings

from werkbrief.words.refusals import Refusal

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# An address of the old sort is written inside it, wherever that leads.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class OutOfBounds(Refusal):
    """The address lies in a net of our own."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host[:80]} ligt in een eigen of afgeschermd net; daarheen verbindt "
            "Werkbrief niet. Vul een adres op internet in, of laat de beheerder het "
            "net toestaan (WERKBRIEF_REACHABLE)."
        )


def checked_addresses(host: str, port: int) -> list[str]:
    """All that this name stands for, each allowed. Raises OutOfBounds and OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not all(is_allowed(address) for address in addresses):
        raise OutOfBounds(host)
    return addresses


def is_allowed(address: str) -> bool:
    """Whether this literal address may be connected to.

    >>> is_allowed("169.254.169.254"), is_allowed("::ffff:10.0.0.1")
    (False, False)
    >>> is_allowed("93.184.215.14")
    True
    """
    ip: _Address = ipaddress.ip_address(address.partition("%")[0])
    inside = getattr(ip, "ipv4_mapped", None)
    ip = inside or ip
    if any(ip in net for net in settings.REACHABLE):
        return True
    is_wrapped = ip in _TRANSLATED or bool(
        getattr(ip, "sixtofour", None) or getattr(ip, "teredo", None)
    )
    return ip.is_global and not ip.is_multicast and not is_wrapped


def refuse_own_net(host: str) -> None:
    """Tell whoever fills it in at once, where the text itself says so."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        is_fine = is_allowed(name)
    except ValueError:
        is_fine = name != "localhost" and not name.endswith(".localhost")
        is_fine = is_fine or is_allowed("127.0.0.1")
    if not is_fine:
        raise OutOfBounds(host)
