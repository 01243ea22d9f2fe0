"""An open encrypted plan: nothing of it unencrypted on any disk, and no edit lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.errors import Cancelled, FileProblem
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage import key_work, schema, sealed, sealed_file
from bcp_planner.storage.backups import Backups, restore
from bcp_planner.storage.sealed_edits import edits_path
from tests.builders import plan as describe
from tests.storage import quick_age
from tests.storage.quick_age import QuickAge

PLAN = describe("Secret").service("Vault in the cellar").build()
SESAME = "open sesame"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    plain = tmp_path / "plain.bcplan"
    PlanSession.create(plain, PLAN).close()
    path = tmp_path / "folder" / "secret.bcplan.age"
    path.parent.mkdir()
    sealed.encrypt(plain, path, SESAME)
    plain.unlink()
    return path


def opened(path: Path, passphrase: str = SESAME, *, edit: bool = True) -> PlanSession:
    backups = Backups(path.parent.parent / "backups")
    return PlanSession.open(path, passphrase=passphrase, edit=edit, backups=backups)


def named(plan: Plan, name: str) -> Plan:
    return replace(plan, info=replace(plan.info, name=name))


def content_everywhere(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def killed(session: PlanSession) -> None:
    """Leave everything as a killed program does."""
    file = session.sealed
    assert file is not None
    assert file._lock is not None
    file._lock.release()
    file._lock = None
    if file._edits is not None:
        file._edits.close()
    file._connection.close()


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_edits_come_back_after_closing(path: Path) -> None:
    with opened(path) as session:
        assert session.plan == PLAN
        assert session.read_only is None
        session.edit("Rename", named(PLAN, "One"))
        session.undo()
        session.redo()
        session.name_version("Kept")
    assert names_in(path.parent) == [path.name]
    with opened(path) as session:
        assert session.plan.info.name == "One"
        assert [entry.kind for entry in session.history()] == ["redo", "undo", "edit"]
        assert session.version("Kept") == session.plan


def test_no_disk_ever_sees_anything_of_it(path: Path) -> None:
    with opened(path) as session:
        session.edit("Rename", named(PLAN, "Cellar plan"))
        session.edit(
            "Move", edits.update(session.plan, "services", "Vault in the cellar", name="Attic")
        )
        session.save_copy(path.with_name("copy.bcplan.age"))
        seen = content_everywhere(path.parent.parent)
        assert edits_path(path).stat().st_mode & 0o077 == 0
    seen += content_everywhere(path.parent.parent)
    for word in (b"cellar", b"Cellar", b"Attic", b"SQLite", b"services", b"AGE-SECRET-KEY"):
        assert word not in seen


def test_what_was_acknowledged_survives_a_kill(path: Path) -> None:
    session = opened(path)
    for number in range(5):
        session.edit("Rename", named(session.plan, f"n{number}"))
    killed(session)
    assert edits_path(path).exists()
    with opened(path, edit=False) as reader:  # who only looks sees them and leaves them
        assert reader.plan.info.name == "n4"
    assert edits_path(path).exists()
    with opened(path) as session:
        assert session.plan.info.name == "n4"
        assert len(session.history()) == 5
        assert session.sealed is not None
        assert session.sealed.recovered is not None
        assert "all edits were put back" in session.sealed.recovered
        assert not edits_path(path).exists()
    with opened(path) as session:
        assert session.plan.info.name == "n4"
        assert session.sealed is not None
        assert session.sealed.recovered is None


def test_many_edits_go_into_the_encrypted_file_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed_file, "_TOO_LONG", 50_000)
    session = opened(path)
    sizes = set[int]()
    for number in range(12):
        session.edit("Rename", named(session.plan, f"n{number}"))
        sizes.add(edits_path(path).stat().st_size if edits_path(path).exists() else 0)
    assert 0 in sizes
    assert max(sizes) < 70_000
    killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "n11"
        assert len(session.history()) == 12


def test_growing_and_shrinking_plans_come_back(path: Path) -> None:
    session = opened(path)
    many = describe("Secret")
    for number in range(300):
        many = many.service(f"Service {number}", description="x" * 300)
    session.edit("Grow", many.build())
    session.edit("Shrink", PLAN)
    session.edit("Grow again", many.build())
    session.undo()
    killed(session)
    with opened(path) as session:
        assert session.plan == PLAN
        session.redo()
        assert session.plan_at(1) == many.build()


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.6, 0.95])
def test_an_edit_cut_off_in_the_middle_was_not_acknowledged(path: Path, kept: float) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    before = edits_path(path).stat().st_size
    session.edit("Second", named(PLAN, "Second"))
    killed(session)
    content = edits_path(path).read_bytes()
    edits_path(path).write_bytes(content[: before + int((len(content) - before) * kept)])
    with opened(path) as session:
        assert session.plan.info.name == "First"
        session.edit("Third", named(PLAN, "Third"))
    with opened(path) as session:
        assert session.plan.info.name == "Third"


def test_a_changed_byte_in_an_edit_is_noticed_and_told(path: Path) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    before = edits_path(path).stat().st_size
    session.edit("Second", named(PLAN, "Second"))
    killed(session)
    content = bytearray(edits_path(path).read_bytes())
    content[(before + len(content)) // 2] ^= 1
    edits_path(path).write_bytes(content)
    with opened(path) as session:
        assert session.plan.info.name == "First"
        assert session.sealed is not None
        assert "up to number 1 were put back" in (session.sealed.recovered or "")
        assert not edits_path(path).exists()
        (aside,) = path.parent.glob(f"{edits_path(path).name}.*")
        assert aside.read_bytes() == bytes(content)


def test_edits_in_another_order_are_refused(path: Path) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    start = len(b"bcp-planner edits 1\n") + 32
    middle = edits_path(path).stat().st_size
    session.edit("Second", named(PLAN, "Second"))
    killed(session)
    content = edits_path(path).read_bytes()
    edits_path(path).write_bytes(content[:start] + content[middle:] + content[start:middle])
    with opened(path) as session:
        assert session.plan == PLAN
        assert session.sealed is not None
        assert "up to number 0" in (session.sealed.recovered or "")


def test_edits_of_another_content_are_kept_aside_and_told(path: Path) -> None:
    original = path.read_bytes()
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    killed(session)
    left = edits_path(path).read_bytes()
    sealed.encrypt(_plain(path.parent.parent), path, SESAME)
    with opened(path) as session:
        assert session.plan.info.name == "Other"
        assert session.sealed is not None
        assert "belong to another content" in (session.sealed.recovered or "")
    (aside,) = path.parent.glob(f"{edits_path(path).name}.*")
    assert aside.read_bytes() == left
    path.write_bytes(original)
    aside.rename(edits_path(path))
    with opened(path) as session:
        assert session.plan.info.name == "First"


def _plain(folder: Path) -> Path:
    plain = folder / "other.bcplan"
    PlanSession.create(plain, named(PLAN, "Other")).close()
    return plain


def test_killed_between_the_new_file_and_the_end_of_its_edits(path: Path) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    assert session.sealed is not None
    edits_file = session.sealed._edits
    assert edits_file is not None
    kept = edits_path(path).with_name("kept")
    real = edits_file.remove
    edits_file.remove = lambda: (shutil.copy(edits_path(path), kept), real())  # type: ignore[method-assign]
    session.sealed.seal()
    killed(session)
    kept.rename(edits_path(path))
    with opened(path) as session:
        assert session.plan.info.name == "First"
        assert session.sealed is not None
        assert session.sealed.recovered is None
        session.edit("Second", named(PLAN, "Second"))
    with opened(path) as session:
        assert session.plan.info.name == "Second"


def test_a_full_disk_changes_nothing_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        real = os.write

        def full(descriptor: int, data: bytes) -> int:
            real(descriptor, bytes(data)[:40])
            raise OSError(errno.ENOSPC, "no space")

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(FileProblem, match="the disk is full; free some space"):
            session.edit("Second", named(PLAN, "Second"))
        monkeypatch.setattr(os, "write", real)
        assert session.plan.info.name == "First"
        assert len(session.history()) == 1
        session.edit("Third", named(PLAN, "Third"))
        killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "Third"
        assert [entry.label for entry in session.history()] == ["Third", "First"]


def test_what_cannot_be_encrypted_at_the_end_is_put_back_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, content: bytes, passphrase: str) -> bytes:
        raise FileProblem("there is not enough memory")

    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        with monkeypatch.context() as patch:
            patch.setattr(sealed, "locked", fails)
            session.close()
    with opened(path) as session:
        assert session.plan.info.name == "First"


def locked_after(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]) -> None:
    """Let something happen each time while the plan is being encrypted as a whole."""
    real = sealed.locked

    def locked(path: Path, content: bytes, passphrase: str) -> bytes:
        meanwhile()
        return real(path, content, passphrase)

    monkeypatch.setattr(sealed, "locked", locked)


def test_what_is_edited_while_it_is_encrypted_is_encrypted_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))
    names = iter(["Second", "Third"])

    def edit() -> None:
        for name in islice(names, 1):
            session.edit(name, named(PLAN, name))

    locked_after(monkeypatch, edit)
    assert session.sealed is not None
    session.sealed.seal()
    assert not edits_path(path).exists()
    killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "Third"
        assert [entry.label for entry in session.history()] == ["Third", "Second", "First"]


def test_a_kill_while_it_is_encrypted_loses_no_edit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(path)
    session.edit("First", named(PLAN, "First"))

    def edit_and_be_killed() -> None:
        session.edit("Second", named(PLAN, "Second"))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        locked_after(patch, edit_and_be_killed)
        assert session.sealed is not None
        with pytest.raises(KeyboardInterrupt):
            session.sealed.seal()
    killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "Second"


def test_a_plan_that_is_edited_all_the_while_keeps_its_edits_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = count()
    with monkeypatch.context() as patch, opened(path) as session:
        locked_after(patch, lambda: session.edit("Edit", named(session.plan, f"n{next(numbers)}")))
        session.edit("First", named(PLAN, "First"))
        assert session.sealed is not None
        with pytest.raises(FileProblem, match="edited all the while; every edit is kept"):
            session.sealed.seal()
        last = session.plan.info.name
        assert edits_path(path).exists()
        killed(session)
    with opened(path) as session:
        assert session.plan.info.name == last


def test_encrypting_that_is_stopped_changes_nothing(path: Path) -> None:
    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        before = path.read_bytes()
        assert session.sealed is not None
        with key_work.beside(lambda: True), pytest.raises(Cancelled):
            session.sealed.seal()
        assert path.read_bytes() == before
        session.edit("Second", named(PLAN, "Second"))
        killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "Second"


def test_the_passphrase_is_changed(path: Path) -> None:
    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        assert session.sealed is not None
        session.sealed.seal("open barley")
        session.edit("Second", named(PLAN, "Second"))
    with pytest.raises(sealed.WrongPassphrase, match="the passphrase is wrong"):
        opened(path)
    with opened(path, "open barley") as session:
        assert session.plan.info.name == "Second"
        assert session.sealed is not None
        with pytest.raises(FileProblem, match="protects nothing"):
            session.sealed.seal("")


def test_the_passphrase_is_removed(path: Path, tmp_path: Path) -> None:
    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        assert session.sealed is not None
        session.sealed.copy_open_to(tmp_path / "plain.bcplan")
    with PlanSession.open(tmp_path / "plain.bcplan") as session:
        assert session.plan.info.name == "First"
        assert session.read_only is None
    assert b"AGE-SECRET-KEY" not in (tmp_path / "plain.bcplan").read_bytes()


def test_backups_are_encrypted_and_restored(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
    backups = Backups(tmp_path / "backups")
    (backup,) = backups.of(path)
    assert backup.is_sealed
    assert backup.path.read_bytes() == before
    restore(backup.path, path)
    with opened(path) as session:
        assert session.plan == PLAN


def test_one_session_edits_and_the_other_looks(path: Path) -> None:
    with opened(path) as first:
        first.edit("First", named(PLAN, "First"))
        with opened(path) as second:
            assert second.read_only is not None
            assert second.plan.info.name == "First"
            with pytest.raises(FileProblem, match="being edited"):
                second.edit("Second", named(PLAN, "Second"))
        first.edit("Third", named(PLAN, "Third"))


@pytest.mark.parametrize("what", ["plan", "edits", "replaced", "folder"])
def test_files_taken_away_under_the_window_are_told(path: Path, what: str, tmp_path: Path) -> None:
    with opened(path) as session:
        session.edit("First", named(PLAN, "First"))
        if what == "plan":
            path.unlink()
        elif what == "edits":
            edits_path(path).unlink()
        elif what == "replaced":
            path.write_bytes(path.read_bytes() + b" ")
        else:
            shutil.rmtree(path.parent)
        with pytest.raises(FileProblem, match="removed, moved or replaced.*save a copy"):
            session.edit("Second", named(PLAN, "Second"))
        assert session.is_taken_away
        session.save_copy(tmp_path / "copy.bcplan.age")
    with opened(tmp_path / "copy.bcplan.age") as session:
        assert session.plan.info.name == "First"


def test_a_file_encrypted_by_another_program_gets_its_key(path: Path, tmp_path: Path) -> None:
    plain = _plain(tmp_path)
    path.write_bytes(QuickAge.encrypt(plain.read_bytes(), SESAME))
    with opened(path) as session:
        session.edit("First", named(session.plan, "First"))
        killed(session)
    with opened(path) as session:
        assert session.plan.info.name == "First"


def test_an_older_file_is_migrated_after_a_copy_of_it_was_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    steps = (*schema._MIGRATIONS, ("remember", lambda db: db["services"].create_index(["ordinal"])))
    monkeypatch.setattr(schema, "_MIGRATIONS", steps)
    with opened(path, edit=False) as session:
        assert session.plan == PLAN
    assert path.read_bytes() == before
    with opened(path) as session:
        assert session.plan == PLAN
        session.edit("First", named(PLAN, "First"))
    (old,) = path.parent.glob("*.old")
    assert old.read_bytes() == before
    with opened(path) as session:
        assert session.plan.info.name == "First"


def test_a_file_that_asks_for_too_much_work_is_refused_at_once(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b" 1\n", b" 30\n", 1))
    with pytest.raises(FileProblem, match="more work and memory"):
        opened(path)
