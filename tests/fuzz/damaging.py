"""Damage to what a parser reads: letters, words, and the build of JSON and XML."""

import json

from lxml import etree

NASTY = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        *("0", "-1", "00", "1e999", "NaN", "-0", "Infinity", "2147483648"),
        *("9" * 30, "9" * 4400, "9223372036854775808", "0x1f", "1_000"),
        *("\u00b2", "\u0663", "\u00a0", "\u2028", "\u0130", "\u00df", "\0", "\x1c"),
        *("\x85", "\ufeff", "\ud800", "\U0001f600", "\u202e", "e\u0301", "\uff18"),
        *("''", '"', "\\", "%00", "%ff", "%", "{}", "[[", "../", "<", ">", "&", ";"),
        *("\n", "\r\n", "\t", " " * 40, "=1+1", "@", "null", "true", "[]", "a" * 300),
        *("2026-02-29", "0000-00-00", "9999-12-31", "24:00", "25:61", "29 feb"),
    )
)
PARTS = (None, True, [], {}, 0, -1, 1e308, 10**30, "", "x" * 300, [[]], [None], "\0")
HEAD = b"\n\n"


def damaged(chance, text, others, tokens):
    """The text with one to four things broken; `others` to graft from."""
    head, found, body = text.rpartition(HEAD)
    if found and chance.random() < 0.6:
        return head + HEAD + _rebuilt(chance, body, others, tokens)
    return _rebuilt(chance, text, others, tokens)


def _rebuilt(chance, text, others, tokens):
    start = text.lstrip()[:1]
    if chance.random() < 0.6 and start in (b"{", b"["):
        return _json(chance, text)
    if chance.random() < 0.6 and start == b"<":
        return _xml(chance, text)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        text = chance.choice(WAYS)(chance, text, others, tokens)
    return text


def _cut(chance, text, _others, _tokens):
    start, end = _piece(chance, text)
    return text[:start] + text[end:]


def _repeat(chance, text, _others, _tokens):
    start, end = _piece(chance, text)
    times = chance.choice((2, 2, 3, 5, 40))
    return text[:start] + text[start:end] * times + text[end:]


def _insert(chance, text, _others, tokens):
    place = chance.randint(0, len(text))
    return text[:place] + _word(chance, tokens) + text[place:]


def _replace(chance, text, _others, tokens):
    start, end = _piece(chance, text)
    return text[:start] + _word(chance, tokens) + text[end:]


def _flip(chance, text, _others, _tokens):
    if not text:
        return b"\xff"
    place = chance.randrange(len(text))
    return text[:place] + bytes([chance.randrange(256)]) + text[place + 1 :]


def _graft(chance, text, others, _tokens):
    other = chance.choice(others)
    start, end = _piece(chance, other)
    first, last = _piece(chance, text)
    return text[:first] + other[start:end] + text[last:]


WAYS = (_cut, _repeat, _insert, _insert, _replace, _replace, _flip, _graft)


def _word(chance, tokens):
    return chance.choice(tokens if tokens and chance.random() < 0.5 else NASTY)


def _piece(chance, text):
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 1, 2, 4, 8, 30)))


def _json(chance, text):
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return _flip(chance, text, (), ())
    whole = [found]
    places = list(_places(whole))
    for _ in range(chance.choice((1, 1, 2, 3))):
        holder, key = chance.choice(places)
        if isinstance(holder, dict) and key not in holder:
            continue
        if isinstance(holder, list) and key >= len(holder):
            continue
        _change(chance, holder, key, places)
    try:
        return json.dumps(whole[0]).encode()
    except (ValueError, RecursionError):
        return b"[]"


def _places(node):
    keys = node if isinstance(node, dict) else range(len(node))
    for key in keys:
        yield node, key
        if isinstance(node[key], dict | list):
            yield from _places(node[key])


def _change(chance, holder, key, places):
    way = chance.randrange(7)
    old = json.dumps(holder[key])
    if way == 0 and isinstance(holder, dict):
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        holder[str(key) + chance.choice(("", "x", "\0"))] = holder.pop(key)
    elif way == 2:
        holder[key] = [json.loads(old), json.loads(old)]
    elif way == 3:
        other, name = chance.choice(places)
        there = name in other if isinstance(other, dict) else name < len(other)
        holder[key] = json.loads(json.dumps(other[name])) if there else None
    elif way == 4:
        holder[key] = chance.choice(NASTY).decode("utf-8", "replace")
    elif way == 5:
        holder[key] = {"value": json.loads(old)}
    else:
        holder[key] = json.loads(json.dumps(chance.choice(PARTS)))


def _xml(chance, text):
    try:
        root = etree.fromstring(text)
    except (etree.XMLSyntaxError, ValueError):
        return _flip(chance, text, (), ())
    for _ in range(chance.choice((1, 1, 2, 3))):
        one = chance.choice([e for e in root.iter() if isinstance(e.tag, str)])
        _regrow(chance, root, one)
    return etree.tostring(root)


def _regrow(chance, root, one):
    way, parent = chance.randrange(6), one.getparent()
    if way == 0 and parent is not None:
        parent.remove(one)
    elif way == 1 and parent is not None:
        parent.append(etree.fromstring(etree.tostring(one)))
    elif way == 2:
        graft = chance.choice([e for e in root.iter() if isinstance(e.tag, str)])
        one.append(etree.fromstring(etree.tostring(graft)))
    elif way == 3:
        one.text = None
    elif way == 4:
        one.set("x", "1")
    else:
        plain = chance.choice(NASTY).decode("utf-8", "replace")
        one.text = "".join(c for c in plain if c.isprintable())
