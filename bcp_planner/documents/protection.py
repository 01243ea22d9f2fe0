"""A password on a file, for copies that travel."""

from __future__ import annotations

import io
from typing import Any


def locked(data: bytes, password: str) -> bytes:
    """Return a PDF that opens only with a password (AES with 256 bits, PDF 2.0 revision 6).

    Encryption draws random numbers, so the bytes differ each time.
    """
    import pikepdf

    library: Any = pikepdf
    buffer = io.BytesIO()
    with library.open(io.BytesIO(data)) as pdf:
        lock = library.Encryption(user=password, owner=password, R=6)
        pdf.save(buffer, encryption=lock)
    return buffer.getvalue()
