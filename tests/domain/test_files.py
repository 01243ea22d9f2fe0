"""Whole files: complete or untouched, and one sentence when it cannot be."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.files import write_bytes


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["missing/a.pdf", ".", "x" * 300 + ".pdf"])
def test_a_place_that_cannot_be_written_is_named_in_one_sentence(
    tmp_path: Path, place: str
) -> None:
    with pytest.raises(FileProblem) as problem:
        write_bytes(tmp_path / place, b"data")
    assert str(tmp_path) in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match="disk is full"):
        write_bytes(tmp_path / "a.pdf", b"data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where this device exists")
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(FileProblem, match="disk is full"):
        write_bytes(Path("/dev/full"), b"data")
    assert Path("/dev/full").is_char_device()
