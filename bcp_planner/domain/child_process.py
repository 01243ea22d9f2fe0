"""Work in a process of its own: it can be stopped at any moment, and its memory is given back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Protocol


class Pipe(Protocol):
    """What is used of either side of a pipe between processes, on every system."""

    def poll(self, timeout: float = 0.0) -> bool:
        """Return whether something came, after waiting for it up to so many seconds."""
        ...

    def send(self, obj: object) -> None:
        """Send anything that can be pickled."""
        ...

    def recv(self) -> Any:  # noqa: ANN401 - whatever was sent
        """Return what was sent, waiting for it."""
        ...

    def send_bytes(self, buf: bytes) -> None:
        """Send bytes as they are."""
        ...

    def recv_bytes(self) -> bytes:
        """Return bytes as they were sent."""
        ...

    def close(self) -> None:
        """Say that nothing more will come."""
        ...


@contextmanager
def child(work: Callable[..., None], *args: object) -> Generator[Pipe, None, None]:
    """Start a function in a process of its own and give this side of a pipe to it.

    The process does not live on after the block. When it dies, reading from the pipe raises
    ``EOFError`` and writing to it ``OSError``.

    Args:
        work: A function of a module; its last argument is the other side of the pipe.
        args: Its arguments before that; they are pickled.

    Raises:
        OSError: if no process can be started.
    """
    import multiprocessing  # which takes time that only this should pay

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(*args, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        process.terminate()
        process.join()
        ours.close()
