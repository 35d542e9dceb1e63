"""By which name somebody came: an agency may have one of its own (S0.6)."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest  # noqa: TID251  (only its type and its name)
from django.http.request import split_domain_port  # noqa: TID251


def host_of(request: HttpRequest) -> str:
    """The host name without its port; empty for a name that is none of ours.

    The page that says so is drawn too, and asks whose it is.
    """
    try:
        return split_domain_port(request.get_host())[0]
    except DisallowedHost:
        return ""
