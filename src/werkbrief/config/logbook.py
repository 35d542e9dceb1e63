"""The log as JSON, one line a happening, for the machine that keeps logs."""

import logging
from typing import Any

import structlog

from werkbrief.config.masking import masked
from werkbrief.config.watching import request_number


def formatter() -> logging.Formatter:
    """structlog's, with the request's number and without what opens anything."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(KNOWN),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _number,
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _mask,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


# Django adds the whole request and its status to some lines: only these are kept.
KNOWN = ["screen", "method", "status", "milliseconds", "client", "week"]


def _number(_logger: Any, _name: str, event: Any) -> Any:  # noqa: ANN401
    if number := request_number.get():
        event["request"] = number
    return event


def _mask(_logger: Any, _name: str, event: Any) -> Any:  # noqa: ANN401
    return {
        key: masked(value) if isinstance(value, str) else value
        for key, value in event.items()
    }
