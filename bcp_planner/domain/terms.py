"""What organisations call the outage after which the harm is unacceptable."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OUTAGE_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "MTPD": "maximum tolerable period of disruption",
        "MTD": "maximum tolerable downtime",
        "MAO": "maximum acceptable outage",
    }
)
"""Short term to what it stands for; the first is that of ISO 22301 and of this program."""

USUAL = "MTPD"


def in_terms(text: str, term: str) -> str:
    """Return a text of the program with another term for the longest tolerable outage.

    Args:
        text: What the program says, with the usual term.
        term: A key of `OUTAGE_TERMS`; anything else changes nothing.
    """
    long = OUTAGE_TERMS.get(term)
    if long is None or term == USUAL:
        return text
    usual = OUTAGE_TERMS[USUAL]
    text = text.replace(USUAL, term).replace(usual, long)
    return text.replace(usual.capitalize(), long.capitalize())
