"""When a loop runs compiled: one definition, run as plain Python on small plans.

Importing the compiler takes longer than the plain loops need for a plan of a few thousand
services, so a command on such a plan never loads it. A window warms the kernels in the background
(``warm.py``); from then on every plan uses the compiled ones. Compiled code is cached beside the
package, or in the user's cache folder where the package cannot be written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

SMALL = 3_000
"""Work of up to this size (services, usually) runs as plain Python unless already compiled."""

SMALL_FOR_ONE_PASS = 20_000
"""The same for kernels that look at every requirement about once."""

_helpers: list[Callable[..., Any]] = []
_lock = threading.RLock()
_thread = threading.local()


def helper(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a plain function that kernels call, so that they can be compiled."""
    _helpers.append(function)
    return function


class Kernel(Generic[P, R]):
    """A function over arrays that can run as it is or compiled, with the same result."""

    def __init__(self, plain: Callable[P, R], small: int = SMALL) -> None:
        self.plain = plain
        self.small = small
        self.prefer_compiled = False
        """Whether small work runs compiled too; true once the compiled variant is loaded."""
        self._compiled: Callable[P, R] | None = None

    @property
    def folder(self) -> Path | None:
        """Where its compiled code is kept between starts; None where nothing can be kept."""
        self._prepare()
        kept = cast("Any", self._compiled).stats.cache_path
        return Path(kept) if kept else None

    def for_size(self, size: int) -> Callable[P, R]:
        """Return the variant to call for work of this size."""
        if self.prefer_compiled or size > self.small or getattr(_thread, "compiling", False):
            return self.compiled
        return self.plain

    def compiled(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run compiled; the first call on a machine compiles, which takes seconds."""
        result = self._prepare()(*args, **kwargs)
        self.prefer_compiled = True
        return result

    def _prepare(self) -> Callable[P, R]:
        """Return what compiles itself when it is called first, or comes from the cache."""
        if self._compiled is None:
            with _lock:
                self._compiled = self._compiled or _compile(self.plain)
        return self._compiled


def kernel(plain: Callable[P, R]) -> Kernel[P, R]:
    """Turn a plain function over arrays and numbers into a kernel."""
    return Kernel(plain)


def one_pass_kernel(plain: Callable[P, R]) -> Kernel[P, R]:
    """Turn a plain function that looks at every requirement about once into a kernel."""
    return Kernel(plain, SMALL_FOR_ONE_PASS)


@contextmanager
def compiling() -> Generator[None]:
    """Run every kernel that this thread uses compiled, whatever the size of its work.

    Other threads go on with the plain variants until the compiled ones are ready.
    """
    _thread.compiling = True
    try:
        yield
    finally:
        _thread.compiling = False


def _compile(plain: Callable[P, R]) -> Callable[P, R]:
    import numba  # pyright: ignore[reportMissingTypeStubs]
    from numba import extending  # pyright: ignore[reportMissingTypeStubs]

    while _helpers:
        cast("Any", extending).register_jitable(_helpers.pop())
    compiler = cast("Any", numba).njit
    try:
        return compiler(cache=True, nogil=True)(plain)
    except RuntimeError:  # no folder can be written: it is compiled anew at every start
        return compiler(nogil=True)(plain)
