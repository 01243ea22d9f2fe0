"""Values of other programs' files as ours: whatever stands there, nothing here fails."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import cast

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_LONGEST_ID = 200
_LONGEST_TEXT = 100_000


def is_mapping(value: object) -> bool:
    """Whether a value maps names to values."""
    return isinstance(value, dict)


def is_list(value: object) -> bool:
    """Whether a value is a list."""
    return isinstance(value, list)


def mapping(value: object) -> Mapping[str, object]:
    """Return a value if it maps texts to values, else an empty mapping."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """Return a value if it is a list, else an empty list."""
    return cast("list[object]", value) if isinstance(value, list) else []


def mappings(value: object) -> list[Mapping[str, object]]:
    """Return the members of a list that map texts to values."""
    return [mapping(item) for item in items(value) if is_mapping(item)]


def text(value: object) -> str:
    """Return a simple value as a text that a plan can hold; nothing and structures give ''."""
    if isinstance(value, str) and value.isascii() and value.isprintable():
        return value[:_LONGEST_TEXT]
    if value is None or isinstance(value, dict | list | bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _UNSTORABLE.sub("", str(value))[:_LONGEST_TEXT]


def one_line(value: object) -> str:
    """Return a simple value as one line without control characters or outer spaces."""
    if isinstance(value, str) and value.isascii() and value.isprintable() and "  " not in value:
        return value[:_LONGEST_TEXT].strip()
    return " ".join(_CONTROL.sub(" ", text(value)).split())


def clean_id(value: object) -> str:
    """Return a text as an id: no control characters, no outer spaces, not overlong."""
    return _CONTROL.sub(" ", text(value)).strip()[:_LONGEST_ID]


def number(value: object) -> float | None:
    """Return a value as a finite number of usual size, or None."""
    try:
        read = float(text(value))
    except ValueError:
        return None
    return read if math.isfinite(read) and abs(read) <= 1e12 else None  # noqa: PLR2004


def without_markup(value: object) -> str:
    """Return the words of a label that is HTML, one line."""
    import html

    words = _TAG.sub("", _BREAK.sub(" ", text(value)))
    return one_line(html.unescape(words))


def texts(value: object) -> list[str]:
    """Return a text or a list of texts as a list of texts, empty ones left out."""
    many = items(value) if is_list(value) else [value]
    return [found for one in many if (found := text(one).strip())]
