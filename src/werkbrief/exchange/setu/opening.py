"""Opening a message, JSON or XML alike: no entities, no network, no bombs."""

from __future__ import annotations

import json
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
        found = json.loads(text)
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
        if name in found:
            found[name] = [*each(found[name]), value]
        else:
            found[name] = value
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
