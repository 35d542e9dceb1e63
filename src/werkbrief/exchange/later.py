"""Libraries that few requests need, seven megabytes: read by whoever asks first."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import python_calamine as calamine
    from lxml import etree
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.utility import xl_range, xl_range_abs
    from xlsxwriter.worksheet import Worksheet
else:

    class _Later:
        """A module, or something in it, from the first time that it is asked."""

        def __init__(self, module: str, name: str = "") -> None:
            self._module, self._name = module, name

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401
            return getattr(self._found(), name)

        def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            return self._found()(*args, **kwargs)

        def _found(self) -> Any:  # noqa: ANN401
            module = import_module(self._module)
            return getattr(module, self._name) if self._name else module

    etree = _Later("lxml.etree")
    calamine = _Later("python_calamine")
    Workbook = _Later("xlsxwriter", "Workbook")
    Format = _Later("xlsxwriter.format", "Format")
    Worksheet = _Later("xlsxwriter.worksheet", "Worksheet")
    xl_range = _Later("xlsxwriter.utility", "xl_range")
    xl_range_abs = _Later("xlsxwriter.utility", "xl_range_abs")

__all__ = [
    "Format",
    "Workbook",
    "Worksheet",
    "calamine",
    "etree",
    "xl_range",
    "xl_range_abs",
]
