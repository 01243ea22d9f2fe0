"""What can be chosen on the command line for a printed document."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdf
import pytest

from bcp_planner.cli import main


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("plans") / "hospital.bcplan"
    assert main(["new", str(path), "--sample", "hospital"]) == 0
    return str(path)


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_copy_number_services_and_no_contacts(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    words = ["--copy", "12", "--services", "ed, icu", "--no-contacts", "--paper", "letter"]
    assert main(["print", plan, "plan", "-o", str(target), *words]) == 0
    text = text_of(target)
    assert "Copy 12" in text
    assert "This copy is about some services only" in text
    assert "+44 7700" not in text
    assert round(float(pypdf.PdfReader(target).pages[0].mediabox.width)) == 612


def test_a_password_comes_from_a_file(plan: str, tmp_path: Path) -> None:
    secret, target = tmp_path / "secret", tmp_path / "wallet.pdf"
    secret.write_text("open sesame\n", "utf-8")
    command = ["print", plan, "wallet", "-o", str(target), "--password-file", str(secret)]
    assert main(command) == 0
    with pikepdf.open(target, password="open sesame") as pdf:
        assert pdf.encryption.R == 6


def test_an_empty_password_file_is_refused(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret, target = tmp_path / "secret", tmp_path / "wallet.pdf"
    secret.write_text("\n", "utf-8")
    command = ["print", plan, "wallet", "-o", str(target), "--password-file", str(secret)]
    assert main(command) != 0
    assert "no password" in capsys.readouterr().err
    assert not target.exists()


def test_an_unknown_service_is_refused(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.pdf"
    assert main(["print", plan, "plan", "-o", str(target), "--services", "nix"]) != 0
    assert "“nix” is no service of the plan" in capsys.readouterr().err
    assert not target.exists()


def test_changes_since_an_approved_plan(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "contacts.pdf"
    assert main(["print", plan, "contacts", "-o", str(target), "--since", plan]) == 0
    assert "Nothing is different from the approved plan" in text_of(target)


def test_word(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "bia.docx"
    assert main(["print", plan, "bia", "-o", str(target)]) == 0
    assert target.read_bytes()[:2] == b"PK"
