"""HTTP to nowhere but where the portal may connect to."""

from collections.abc import Iterable

import httpcore
import httpx

from werkbrief.exchange.transports.reaching import checked_addresses


class CarefulTransport(httpx.HTTPTransport):
    """HTTP over connections to checked addresses only; no proxy of the environment."""

    def __init__(self) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=_Network()
        )


class _Network(httpcore.NetworkBackend):
    """Connects to the address that was looked at, not to the name again."""

    def __init__(self) -> None:
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = checked_addresses(host, port)
        except OSError as broken:
            raise httpcore.ConnectError(str(broken)) from broken
        for address in addresses[:-1]:
            try:
                return self.inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except httpcore.ConnectError:
                continue
        return self.inner.connect_tcp(
            addresses[-1], port, timeout, local_address, socket_options
        )
