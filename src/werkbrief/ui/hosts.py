"""By which name somebody came: an agency may have one of its own (S0.6)."""

from django.http import HttpRequest  # noqa: TID251  (only its type and its name)


def host_of(request: HttpRequest) -> str:
    """The host name without its port, as agencies keep it."""
    return request.get_host().rpartition(":")[0] or request.get_host()
