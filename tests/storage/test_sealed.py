"""Encrypted plans: opened with the passphrase and with nothing else."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pyrage
import pytest

from bcp_planner.domain.errors import FileProblem
from bcp_planner.session import PlanSession
from bcp_planner.storage import sealed
from tests.builders import plan
from tests.storage import quick_age

PLAN = plan("Secret").service("Vault in the cellar", recovery="2 h").build()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


@pytest.fixture
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sealed")
    source, target = folder / "plan.bcplan", folder / "plan.bcplan.age"
    PlanSession.create(source, PLAN).close()
    sealed.encrypt(source, target, "correct horse")
    return source, target


def test_it_is_the_public_format_with_a_costly_passphrase(files: tuple[Path, Path]) -> None:
    """With the library itself; the other tests do without its second for each key."""
    content = files[1].read_bytes()
    header = re.match(rb"age-encryption\.org/v1\n-> scrypt [\w+/]{22} (\d+)\n", content)
    assert header is not None
    assert int(header[1]) >= 14  # 16 MB for each guess, much more on a computer that is not busy
    try:
        inside = pyrage.passphrase.decrypt(content, "correct horse")
    except pyrage.DecryptError as slow:  # a computer that was faster when it encrypted
        assert str(slow).startswith("Excessive work")  # noqa: PT017
        pytest.skip("this computer is too busy")
    assert inside.startswith(b"SQLite format 3")
    with pytest.raises(FileProblem, match="the passphrase is wrong|too busy to work"):
        sealed.unlocked(files[1], content, "correct horsf")


@pytest.mark.usefixtures("quick")
def test_a_computer_that_is_too_slow_is_not_called_damage(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(content: bytes, passphrase: str) -> bytes:
        raise pyrage.DecryptError("Excessive work parameter for passphrase.\nIt takes 32 seconds.")

    monkeypatch.setattr(quick_age.QuickAge, "decrypt", staticmethod(slow))
    with pytest.raises(FileProblem, match="too busy to work with its passphrase now; close"):
        sealed.unlocked(files[1], files[1].read_bytes(), "correct horse")


@pytest.mark.usefixtures("quick")
def test_a_computer_that_is_busy_for_a_moment_opens_it(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, busy = quick_age.QuickAge.decrypt, iter([True, True])

    def at_first_slow(content: bytes, passphrase: str) -> bytes:
        if next(busy, False):
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return real(content, passphrase)

    monkeypatch.setattr(quick_age.QuickAge, "decrypt", staticmethod(at_first_slow))
    content = quick_age.QuickAge.encrypt(files[0].read_bytes(), "correct horse")
    assert sealed.unlocked(files[1], content, "correct horse") == files[0].read_bytes()


@pytest.mark.usefixtures("quick")
def test_the_passphrase_gives_the_plan_back(files: tuple[Path, Path], tmp_path: Path) -> None:
    sealed.decrypt(files[1], tmp_path / "again.bcplan", "correct horse")

    with PlanSession.open(tmp_path / "again.bcplan") as session:
        assert session.plan == PLAN
    assert (tmp_path / "again.bcplan").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("quick")
def test_nothing_of_the_plan_can_be_read(files: tuple[Path, Path]) -> None:
    content = files[1].read_bytes()

    assert sealed.is_sealed(files[1])
    assert not sealed.is_sealed(files[0])
    assert b"cellar" in files[0].read_bytes()
    assert b"cellar" not in content
    assert b"SQLite" not in content


@pytest.mark.usefixtures("quick")
def test_a_wrong_passphrase_is_refused_and_leaves_nothing(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    with pytest.raises(FileProblem, match="the passphrase is wrong"):
        sealed.decrypt(files[1], tmp_path / "again.bcplan", "correct horsf")

    assert list(tmp_path.iterdir()) == []


def test_a_changed_byte_anywhere_is_noticed(files: tuple[Path, Path], tmp_path: Path) -> None:
    content = files[1].read_bytes()
    chance = random.Random(7)
    places = [len(content) - 1, *(chance.randrange(len(content)) for _ in range(1))]
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        path = tmp_path / "changed.age"
        path.write_bytes(changed)
        with pytest.raises(FileProblem):
            sealed.decrypt(path, tmp_path / "again.bcplan", "correct horse")


@pytest.mark.usefixtures("quick")
def test_a_shortened_file_is_noticed(files: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "short.age"
    path.write_bytes(files[1].read_bytes()[:-100])

    with pytest.raises(FileProblem, match="was changed or is damaged"):
        sealed.decrypt(path, tmp_path / "again.bcplan", "correct horse")


def test_what_is_inside_must_be_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "other.age"
    path.write_bytes(pyrage.passphrase.encrypt(b"not a database", "x"))

    with pytest.raises(FileProblem, match="not a plan file"):
        sealed.decrypt(path, tmp_path / "again.bcplan", "x")
    assert [file.name for file in tmp_path.iterdir()] == ["other.age"]


@pytest.mark.usefixtures("quick")
def test_an_empty_passphrase_is_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="protects nothing"):
        sealed.encrypt(files[0], tmp_path / "x.age", "")
