"""A PDF file, object by object (ISO 32000-1, 7.3 and 7.5), on reportlab's file layer.

The structure of a long document has more objects than its tables have cells. reportlab's document
keeps and links every object until the end; its file layer underneath lets each go out as soon as it
is made and writes header, cross references and trailer.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Any

_VERSION = (1, 7)

_LONGEST = 8000
"""Letters of a string: 32,767 bytes are the limit, and a letter may take four."""


@dataclass(slots=True)
class _Places:
    """Where objects are, by their numbers, under the names that reportlab's tables look for."""

    idToObjectNumberAndVersion: dict[int, tuple[int, int]] = field(  # noqa: N815
        default_factory=dict[int, tuple[int, int]]
    )
    idToOffset: dict[int, int] = field(default_factory=dict[int, int])  # noqa: N815


class PdfFile:
    """A PDF file that grows; an object is known by its number."""

    def __init__(self) -> None:
        """Begin an empty file."""
        from reportlab.pdfbase import pdfdoc  # pyright: ignore[reportMissingTypeStubs]

        self._library: Any = pdfdoc
        self._file: Any = self._library.PDFFile(_VERSION)
        self._places = _Places()
        self._count = 0
        self._digest = hashlib.md5(usedforsecurity=False)

    def reserve(self, count: int = 1) -> int:
        """Return the number of an object that is written later; of the first of several."""
        first = self._count + 1
        self._count += count
        return first

    def put(self, text: str, number: int | None = None) -> int:
        """Write an object that is no stream; return its number.

        Args:
            text: The object, in ASCII.
            number: What was reserved for it; None takes the next.
        """
        return self._put(text.encode("ascii"), number)

    def put_stream(
        self, data: bytes, entries: str = "", *, number: int | None = None, packed: bool = True
    ) -> int:
        """Write a stream; return its number.

        Args:
            data: Its content.
            entries: What its dictionary holds besides length and filter.
            number: What was reserved for it; None takes the next.
            packed: False where the content must be readable without unpacking.
        """
        if packed:
            data, entries = zlib.compress(data), f"{entries} /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("ascii")
        return self._put(b"".join((head, data, b"\nendstream")), number)

    def _put(self, content: bytes, number: int | None) -> int:
        found = self.reserve() if number is None else number
        self._digest.update(content)
        offset: int = self._file.add(b"%d 0 obj\n%b\nendobj\n" % (found, content))
        self._places.idToObjectNumberAndVersion[found] = (found, 0)
        self._places.idToOffset[found] = offset
        return found

    def finished(self, catalog: int, information: int) -> bytes:
        """Return the whole file.

        Args:
            catalog: The number of the object that everything hangs from.
            information: The number of the object with title and author.
        """
        table = self._library.PDFCrossReferenceTable()
        table.addsection(0, range(1, self._count + 1))
        start = self._file.add(table.format(self._places))
        digest = self._digest.hexdigest().upper()
        trailer = self._library.PDFTrailer(
            startxref=start,
            Size=self._count + 1,
            Root=f"{catalog} 0 R",
            Info=f"{information} 0 R",
            ID=f"[<{digest}> <{digest}>]",
        )
        self._file.add(trailer.format(self._places))
        data: bytes = self._file.format(self._places)
        return data


def text_string(text: str) -> str:
    """Return text as a PDF string of any script; at most as long as archives allow."""
    return f"<FEFF{text[:_LONGEST].encode('utf-16-be', 'replace').hex().upper()}>"
