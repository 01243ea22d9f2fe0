"""Reading XML by local names, because programs disagree about namespaces and their versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def local(name: str) -> str:
    """Return a tag or attribute name without its namespace."""
    return name.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of some local names, in document order."""
    for child in element:
        if local(child.tag) in names:
            yield child


def first(element: Element, *names: str) -> Element | None:
    """Return the first child of some local names."""
    return next(children(element, *names), None)


def words(element: Element | None) -> str:
    """Return all text inside an element."""
    return "".join(element.itertext()) if element is not None else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name, or ''."""
    value = element.get(name)
    if value is not None:
        return value
    return next((value for key, value in element.items() if local(key) == name), "")


def inside(element: Element, *names: str) -> Iterator[Element]:
    """Yield every element of some local names at any depth, in document order."""
    for found in element.iter():
        if local(found.tag) in names:
            yield found
