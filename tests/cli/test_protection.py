"""Encrypting, decrypting and redacting from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bcp_planner import cli
from bcp_planner.session import PlanSession
from tests.storage import quick_age


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "plan.bcplan"
    assert cli.main(["new", str(path), "--sample", "retailer"]) == 0
    return path


def test_a_plan_goes_out_and_comes_back(sample: Path, tmp_path: Path) -> None:
    secret, back, words = tmp_path / "p.bcplan.age", tmp_path / "back.bcplan", tmp_path / "words"
    words.write_text("open sesame\n", encoding="utf-8")

    assert cli.main(["encrypt", str(sample), str(secret), "--passphrase-file", str(words)]) == 0
    assert cli.main(["decrypt", str(secret), str(back), "--passphrase-file", str(words)]) == 0

    with PlanSession.open(sample, edit=False) as one, PlanSession.open(back, edit=False) as other:
        assert one.plan == other.plan


def test_a_wrong_passphrase_is_one_sentence(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret, back, words = tmp_path / "p.bcplan.age", tmp_path / "back.bcplan", tmp_path / "words"
    words.write_text("open sesame\n", encoding="utf-8")
    cli.main(["encrypt", str(sample), str(secret), "--passphrase-file", str(words)])
    words.write_text("open barley\n", encoding="utf-8")

    assert cli.main(["decrypt", str(secret), str(back), "--passphrase-file", str(words)]) == 2
    assert "passphrase is wrong" in capsys.readouterr().err
    assert not back.exists()


def test_commands_work_on_an_encrypted_plan_whose_passphrase_is_in_a_named_file(
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secret, words = tmp_path / "p.bcplan.age", tmp_path / "words"
    words.write_text("open sesame\n", encoding="utf-8")
    cli.main(["encrypt", str(sample), str(secret), "--passphrase-file", str(words)])
    assert cli.main(["check", str(secret)]) == 2
    assert "BCP_PLANNER_PASSPHRASE_FILE" in capsys.readouterr().err
    (tmp_path / "more.csv").write_text("id,name\nextra,Extra\n", encoding="utf-8")

    monkeypatch.setenv("BCP_PLANNER_PASSPHRASE_FILE", str(words))

    assert cli.main(["import", str(secret), str(tmp_path / "more.csv")]) == 0
    assert cli.main(["objectives", str(secret), "--json"]) == 0
    assert '"extra"' in capsys.readouterr().out
    assert cli.main(["merge", str(sample), str(secret)]) == 0
    with PlanSession.open(sample, edit=False) as session:
        assert "extra" in session.plan.services
    words.write_text("open barley\n", encoding="utf-8")
    assert cli.main(["check", str(secret)]) == 2
    assert "the passphrase is wrong" in capsys.readouterr().err


def test_an_encrypted_plan_named_as_a_plan_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.bcplan"
    path.write_bytes(b"age-encryption.org/v1\n" + bytes(200))

    assert cli.main(["check", str(path)]) == 2
    assert "it is encrypted" in capsys.readouterr().err


def test_a_redacted_copy_has_no_contacts(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.bcplan"

    assert cli.main(["redact", str(sample), str(copy)]) == 0

    with PlanSession.open(copy, edit=False) as session:
        assert session.plan.services
        assert not session.plan.contacts
        assert not session.history()
