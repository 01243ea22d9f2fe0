from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from bcp_planner.domain import integrity
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage.problems import DamagedFile
from bcp_planner.storage.salvage import examine, salvage
from bcp_planner.storage.schema import APPLICATION_ID

NASTY = Path(__file__).parents[3] / "shared" / "data" / "nasty" / "sqlite"
COUNT = 400
LARGE = Plan(
    services={f"s{i}": Service(id=f"s{i}", description="x" * 300) for i in range(COUNT)},
    requirements={
        f"r{i}": Requirement(id=f"r{i}", dependant=f"s{i}", providers=(f"s{i - 1}",))
        for i in range(1, COUNT)
    },
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.bcplan"
    PlanSession.create(path, LARGE).close()
    return path


def sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_file_is_saved_whole(path: Path, tmp_path: Path) -> None:
    report = salvage(path, tmp_path / "new.bcplan")
    assert report.lost == []
    assert report.saved == {"services": COUNT, "requirements": COUNT - 1}
    with PlanSession.open(tmp_path / "new.bcplan") as session:
        assert session.plan == LARGE
        assert list(session.plan.services) == list(LARGE.services)


def test_rows_around_a_destroyed_page_are_saved(path: Path, tmp_path: Path) -> None:
    content = bytearray(path.read_bytes())
    where = content.index(b'"id":"s200"') // 4096 * 4096
    content[where : where + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        PlanSession.open(path)
    before = path.read_bytes()

    report = salvage(path, tmp_path / "new.bcplan")

    assert path.read_bytes() == before
    assert COUNT - 40 < report.saved["services"] < COUNT
    assert any(text.startswith("services: ") for text in report.lost)
    with PlanSession.open(tmp_path / "new.bcplan") as session:
        assert session.plan == report.plan
        assert {"s1", "s399"} <= session.plan.services.keys()
        assert integrity.problems(session.plan) == []


def test_contradictions_are_resolved_and_told(path: Path, tmp_path: Path) -> None:
    sql(path, "DELETE FROM services WHERE id = 's7'")
    sql(
        path,
        'UPDATE services SET record = \'{"id":"s9","tier":0,"name":"Nine"}\' WHERE id = \'s9\'',
    )
    sql(path, "DELETE FROM plan")

    report = salvage(path, tmp_path / "new.bcplan")

    assert "requirements[6].dependant: “s7” is not among the services" in report.lost
    assert any("tier: must be at least 1" in text for text in report.lost)
    assert any(text.startswith("plan: ") for text in report.lost)
    assert report.plan.services["s9"].name == "Nine"
    assert report.saved["requirements"] == COUNT - 3


def test_a_truncated_file_gives_what_is_left(path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    report = salvage(path, tmp_path / "new.bcplan")
    assert 0 < report.saved["services"] <= COUNT
    assert report.lost


def test_a_file_without_anything_is_refused_and_nothing_made(tmp_path: Path) -> None:
    path = tmp_path / "noise.bcplan"
    path.write_bytes(b"noise" * 1000)
    with pytest.raises(FileProblem, match="nothing of a plan can be read"):
        salvage(path, tmp_path / "new.bcplan")
    with pytest.raises(FileProblem, match="no such file"):
        salvage(tmp_path / "none.bcplan", tmp_path / "new.bcplan")
    assert list(tmp_path.iterdir()) == [path]


def test_what_exists_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    (tmp_path / "new.bcplan").write_text("precious")
    with pytest.raises(FileProblem, match="already"):
        salvage(path, tmp_path / "new.bcplan")
    assert (tmp_path / "new.bcplan").read_text() == "precious"


@pytest.mark.parametrize("seed", range(3))
def test_changed_bytes_never_crash(path: Path, seed: int) -> None:
    chance, sound = random.Random(seed), path.read_bytes()
    for _ in range(10):
        content = bytearray(sound)
        for _ in range(chance.choice([1, 20, 2000])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        assert integrity.problems(examine(path).plan) == []


@pytest.mark.skipif(not NASTY.is_dir(), reason="the folder of hostile files is not here")
def test_hostile_databases_neither_crash_nor_hang(tmp_path: Path) -> None:
    for file in sorted(NASTY.iterdir()):
        content = bytearray(file.read_bytes())
        content[68:72] = APPLICATION_ID.to_bytes(4, "big")
        copy = tmp_path / file.name
        copy.write_bytes(content)
        assert examine(copy).saved == {}
