"""The second of work that a passphrase takes, put into a process of its own where somebody waits.

The library for age files holds the interpreter while it derives the key, so that a thread would not
help: a window would stand still. A process can also be stopped at any moment, and gives back the
gigabyte that the work needs. What it encrypts or decrypts comes and goes through pipes; no disk
sees any of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Literal, Protocol, TypeAlias, cast

from bcp_planner.domain.child_process import Pipe, child
from bcp_planner.domain.errors import Cancelled

Task: TypeAlias = Literal["encrypt", "decrypt"]
Stopped: TypeAlias = Callable[[], bool]

_LOOK_S = 0.05
_DONE, _FAILED = b"+", b"-"

_stopped: ContextVar[Stopped | None] = ContextVar("stopped", default=None)


class NotDone(Exception):
    """The library refused, with its own words, or the process died (no words)."""


class Age(Protocol):
    """What is used of `pyrage.passphrase`, which comes without types."""

    def encrypt(self, plaintext: bytes, passphrase: str) -> bytes:
        """Return content encrypted with a passphrase."""
        ...

    def decrypt(self, ciphertext: bytes, passphrase: str) -> bytes:
        """Return content decrypted."""
        ...


def library() -> Age:
    """Return the library, which takes time that only encrypting should pay."""
    import pyrage  # noqa: F401  # pyright: ignore[reportMissingTypeStubs, reportUnusedImport]

    return cast("Age", importlib.import_module("pyrage").passphrase)


@contextmanager
def beside(stopped: Stopped) -> Generator[None, None, None]:
    """Let what the block encrypts and decrypts be done in processes of their own.

    Args:
        stopped: Asked many times a second whether the work is not wanted any more; then the block
            is left with ``Cancelled``.
    """
    token = _stopped.set(stopped)
    try:
        yield
    finally:
        _stopped.reset(token)


def asked_beside() -> Stopped | None:
    """Return how to learn that the work may stop; None when it shall be done in this process."""
    return _stopped.get()


def in_own_process(task: Task, content: bytes, passphrase: str, stopped: Stopped) -> bytes:
    """Encrypt or decrypt in a process of its own.

    Raises:
        Cancelled: if the work was not wanted any more.
        NotDone: if the library refused or the process died, as it does for want of memory.
    """
    try:
        with child(work, task) as pipe:
            pipe.send_bytes(passphrase.encode())
            pipe.send_bytes(content)
            while not pipe.poll(_LOOK_S):
                if stopped():
                    raise Cancelled("Stopped; nothing was changed")
            answer = pipe.recv_bytes()
    except (EOFError, OSError) as error:
        raise NotDone from error
    if not answer.startswith(_DONE):
        raise NotDone(answer[len(_FAILED) :].decode())
    return answer[len(_DONE) :]


def work(task: Task, pipe: Pipe) -> None:
    """Do one piece of work, in the process made for it."""
    passphrase, content = pipe.recv_bytes().decode(), pipe.recv_bytes()
    age = library()
    try:
        answer = _DONE + (age.encrypt if task == "encrypt" else age.decrypt)(content, passphrase)
    except Exception as error:  # told to who waits, as the library would raise it there
        answer = _FAILED + str(error).encode()
    with suppress(OSError):  # nobody waits any more
        pipe.send_bytes(answer)
