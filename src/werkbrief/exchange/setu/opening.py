"""Opening a message, JSON or XML alike: no entities, no network, no bombs."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from werkbrief.exchange.later import etree
from werkbrief.exchange.reading.mistakes import Unreadable

Message = dict[str, Any]
_DEEPEST = 40


def open_messages(content: bytes) -> list[tuple[str, Message]]:
    """Each message with the name of its kind ("" when a JSON does not tell)."""
    text = content.removeprefix(b"\xef\xbb\xbf").strip()
    if text.startswith(b"<"):
        return _xml(text)
    try:
        found = _json(text.decode())
    except (ValueError, RecursionError) as broken:
        raise Unreadable(
            "Dit JSON-bericht is niet heel. Vraag de afzender het opnieuw te sturen."
        ) from broken
    messages = found if isinstance(found, list) else [found]
    if not all(isinstance(message, dict) for message in messages):
        raise Unreadable("Dit is geen SETU-bericht. Kies een bericht of een werkblad.")
    return [("", message) for message in messages]


def each(value: Any) -> list[Any]:  # noqa: ANN401
    """An element that may occur once, more often, or not at all."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_at(message: Any, path: str) -> str:  # noqa: ANN401
    """The first text at this path; empty when it is not there."""
    for step in path.split("/"):
        message = next(iter(each(message)), None)
        message = message.get(step) if isinstance(message, dict) else None
    first = next(iter(each(message)), None)
    return "" if first is None or isinstance(first, dict) else str(first).strip()


def _json(text: str) -> Any:  # noqa: ANN401
    """Only what a database can keep: no infinity, no NUL, no half letter."""
    found = json.loads(text, parse_float=_finite, parse_constant=_finite)
    if "\\u" in text:
        whole = json.dumps(found, ensure_ascii=False)
        whole.encode()
        if "\\u0000" in whole:
            raise ValueError(whole)
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _xml(text: bytes) -> list[tuple[str, Message]]:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as broken:
        raise Unreadable(
            "Dit XML-bericht is niet heel. Vraag de afzender het opnieuw te sturen."
        ) from broken
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise Unreadable(
            "Dit XML-bericht begint met een DOCTYPE; dat hoort niet in SETU. Vraag de "
            "afzender het bericht zonder te sturen."
        )
    tree = _tree(root, 0)
    return [(_name(root), tree if isinstance(tree, dict) else {})]


def _tree(element: etree._Element, depth: int) -> Message | str:
    if depth > _DEEPEST:
        raise Unreadable("Dit XML-bericht is te diep genest voor SETU.")
    children = [child for child in element if isinstance(child.tag, str)]
    if not children:
        return element.text or ""
    found: Message = {
        f"@{etree.QName(name).localname}": str(value)
        for name, value in element.attrib.items()
    }
    for child in children:
        name, value = _name(child), _tree(child, depth + 1)
        before = found.get(name)
        if isinstance(before, list):
            before.append(value)
        else:
            found[name] = value if before is None else [before, value]
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
