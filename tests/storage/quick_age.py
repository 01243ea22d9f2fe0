"""Encryption for tests: the same format without the second that deriving a key takes on purpose."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pyrage

from bcp_planner.domain.errors import Cancelled
from bcp_planner.storage import key_work, sealed

if TYPE_CHECKING:
    import pytest

# The same in every process of a test; it protects nothing.
_IDENTITY = pyrage.x25519.Identity.from_str(
    "AGE-SECRET-KEY-128WD0CRHKLR9KJWST75RJ88XZRY2KZC6HCKTFGZXMWDXGA9D3YPQNC89H0"
)


class QuickAge:
    """Stands for `pyrage.passphrase`: the passphrase is checked, not stretched."""

    @staticmethod
    def encrypt(plaintext: bytes, passphrase: str) -> bytes:
        key = hashlib.sha256(passphrase.encode()).digest()
        body = pyrage.encrypt(key + plaintext, [_IDENTITY.to_public()])
        return sealed.MAGIC + b"-> scrypt dGVzdA 1\n" + body

    @staticmethod
    def decrypt(ciphertext: bytes, passphrase: str) -> bytes:
        body = ciphertext.split(b"\n", 2)[2]
        content = pyrage.decrypt(body, [_IDENTITY])
        if content[:32] != hashlib.sha256(passphrase.encode()).digest():
            raise pyrage.DecryptError("Decryption failed")
        return content[32:]


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encrypt quickly in a test, also where that would be done in a process of its own."""
    monkeypatch.setattr(key_work, "library", lambda: QuickAge)
    monkeypatch.setattr(key_work, "in_own_process", _here)


def _here(task: key_work.Task, content: bytes, passphrase: str, stopped: key_work.Stopped) -> bytes:
    if stopped():
        raise Cancelled("Stopped")
    work = QuickAge.encrypt if task == "encrypt" else QuickAge.decrypt
    try:
        return work(content, passphrase)
    except Exception as error:
        raise key_work.NotDone(str(error)) from error
