"""XML's library, four megabytes, read by whoever opens or writes a message."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree
else:

    class _Later:
        """lxml.etree from the first time that somebody asks it something."""

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            return getattr(import_module("lxml.etree"), name)

    etree = _Later()

__all__ = ["etree"]
