"""A passphrase's second of work in a process of its own."""

from __future__ import annotations

import base64
import multiprocessing

import pytest

from bcp_planner.domain.errors import Cancelled
from bcp_planner.storage import key_work

# Made once by hand with almost no work (scrypt 2), which this program would not write.
WORDS = b"What nobody else may read"
SEALED = base64.b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBBeFU2dFU3QlVkcGlzMGNqZytoTkJnIDEKOVpkN2ZGbDV6OW4z"
    "bHZkSmQyWXlkaUpvQmd4bmw3OGwrMkJTZnNFblNpawotLS0gZHpuMjZ4Z09pL1FmeVRpSU8zNGhPRzFmQ1ZhY1h6RWNl"
    "Mit0Z3YvZjUzNAoku3ULjEJ5csb8bonZqBvV7jJtcuLp/bC+5iQUh8zzYg0uN9iYmxLMkjMa7AfQO4QA2kwQ7KFwbQM="
)


def go_on() -> bool:
    return False


def test_a_process_of_its_own_decrypts() -> None:
    assert key_work.in_own_process("decrypt", SEALED, "sesame", go_on) == WORDS


def test_what_the_library_refuses_is_said_in_its_words() -> None:
    with pytest.raises(key_work.NotDone, match="Decryption failed"):
        key_work.in_own_process("decrypt", SEALED, "barley", go_on)


def test_work_that_is_not_wanted_any_more_ends_at_once() -> None:
    with pytest.raises(Cancelled):
        key_work.in_own_process("encrypt", WORDS, "sesame", lambda: True)


def test_a_process_that_dies_is_no_answer() -> None:
    def kill() -> bool:
        for child in multiprocessing.active_children():
            child.kill()
        return False

    with pytest.raises(key_work.NotDone) as told:
        key_work.in_own_process("encrypt", WORDS, "sesame", kill)
    assert not str(told.value)


def test_only_what_is_in_the_block_is_done_beside() -> None:
    assert key_work.asked_beside() is None
    with key_work.beside(go_on):
        assert key_work.asked_beside() is go_on
    assert key_work.asked_beside() is None
