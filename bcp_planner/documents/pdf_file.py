"""Writing the objects of a PDF file (ISO 32000-1, 7.3 and 7.5).

Streams go out as soon as they are made; everything else is packed, compressed, into object
streams. The structure of a long document has more objects than its tables have cells: packed, they
take a tenth of the space and nothing has to be held back until the end.
"""

from __future__ import annotations

import hashlib
import struct
import zlib

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 200
"""Objects in one object stream: readers unpack all of them to find one."""

_LONGEST = 8000
"""Letters of a string: 32,767 bytes are the limit, and a letter may take four."""

_FREE, _DIRECT, _PACKED = 0, 1, 2


class PdfFile:
    """A PDF file that grows object by object; an object is known by its number."""

    def __init__(self) -> None:
        """Begin an empty file."""
        self._written = bytearray(_HEADER)
        self._places: list[tuple[int, int, int]] = [(_FREE, 0, 65535)]
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self, count: int = 1) -> int:
        """Return the number of an object that is written later; of the first of several."""
        first = len(self._places)
        self._places.extend([(_FREE, 0, 0)] * count)
        return first

    def put(self, text: str, number: int | None = None) -> int:
        """Write an object that is no stream; return its number.

        Args:
            text: The object, in ASCII.
            number: What was reserved for it; None takes the next.
        """
        found = self.reserve() if number is None else number
        self._waiting.append((found, text.encode("ascii")))
        if len(self._waiting) == _PACK:
            self._pack()
        return found

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
        found = self.reserve() if number is None else number
        if packed:
            data, entries = zlib.compress(data), f"{entries} /Filter /FlateDecode"
        self._places[found] = (_DIRECT, len(self._written), 0)
        head = f"{found} 0 obj\n<< {entries} /Length {len(data)} >>\nstream\n"
        self._written += head.encode("ascii")
        self._written += data
        self._written += b"\nendstream\nendobj\n"
        return found

    def finished(self, catalog: int, information: int) -> bytes:
        """Return the whole file.

        Args:
            catalog: The number of the object that everything hangs from.
            information: The number of the object with title and author.
        """
        self._pack()
        digest = hashlib.md5(self._written, usedforsecurity=False).hexdigest().upper()
        start = len(self._written)
        own = self.reserve()
        self._places[own] = (_DIRECT, start, 0)
        table = b"".join(struct.pack(">BIH", *place) for place in self._places)
        self.put_stream(
            table,
            f"/Type /XRef /Size {len(self._places)} /W [1 4 2] /Root {catalog} 0 R "
            f"/Info {information} 0 R /ID [<{digest}> <{digest}>]",
            number=own,
        )
        self._written += f"startxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(self._written)

    def _pack(self) -> None:
        """Write the waiting objects as one object stream."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        own = self.reserve()
        heads: list[str] = []
        place = 0
        for index, (number, text) in enumerate(waiting):
            heads.append(f"{number} {place}")
            place += len(text) + 1
            self._places[number] = (_PACKED, own, index)
        head = (" ".join(heads) + "\n").encode("ascii")
        body = b"\n".join(text for _, text in waiting)
        entries = f"/Type /ObjStm /N {len(waiting)} /First {len(head)}"
        self.put_stream(head + body, entries, number=own)


def text_string(text: str) -> str:
    """Return text as a PDF string of any script; at most as long as archives allow."""
    return f"<FEFF{text[:_LONGEST].encode('utf-16-be', 'replace').hex().upper()}>"
