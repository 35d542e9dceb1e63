"""The file itself: how it calls, what goes in and out, and a method a call."""

import inspect
from collections.abc import Mapping
from typing import Any

from werkbrief.api.connector import calling
from werkbrief.api.connector.methods import Method
from werkbrief.api.connector.types import shapes, words

_TYPING = "from typing import Any"


def written(schema: Mapping[str, Any], prefix: str) -> str:
    """Python text; `prefix` is where the addresses of the interface begin."""
    schemas = schema["components"]["schemas"]
    own = inspect.getsource(calling).replace(
        f"{_TYPING}\n", f"{_TYPING}, Literal, NotRequired, TypedDict\n"
    )
    methods = [
        str(Method(verb, path.removeprefix(prefix), told, schemas))
        for path, verbs in schema["paths"].items()
        for verb, told in verbs.items()
    ]
    head = f'class Werkbrief(Calling):\n    """{schema["info"]["description"]}"""\n'
    parts = (own, words(schemas), *shapes(schemas), "\n".join((head, *methods)))
    return "\n\n".join(parts)
