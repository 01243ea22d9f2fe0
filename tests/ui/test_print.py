"""The preview of a document, and printing from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from bcp_planner import documents
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.dialogs.preview import Pages, put_on_paper
from ui.dialogs.print import PrintDialog

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = plan("Small").contact("Ada").service("Mail", rto="4 h").scenario("Dark", "Mail").build()


def _opened(person: Person, kind: str) -> PrintDialog:
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.preview()
    person.qtbot.waitUntil(dialog.paper_button.isEnabled, timeout=60_000)
    return dialog


def test_pages_are_seen_turned_and_printed(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    dialog = _opened(person, "runbook")
    pages = dialog.view.pages
    assert pages is not None
    assert len(pages) > 2
    assert dialog.page.suffix() == f" of {len(pages)}"

    QTest.keyClick(dialog.view, Qt.Key.Key_PageDown)
    assert dialog.page.value() == 2
    dialog.page.setValue(3)
    assert dialog.view.page == 2

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 3)
    put_on_paper(pages, printer)

    printed = pypdf.PdfReader(tmp_path / "out.pdf")
    assert len(printed.pages) == 2
    width, height = printed.pages[0].mediabox.width, printed.pages[0].mediabox.height
    assert abs(float(width) - pages.sizes[1].width()) < 2
    assert abs(float(height) - pages.sizes[1].height()) < 2
    dialog.reject()


def test_every_kind_is_offered_and_says_what_is_missing(show: Show) -> None:
    person = show(PLAN)
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)

    offered = [dialog.kind.itemData(i) for i in range(dialog.kind.count())]
    assert offered == list(documents.KINDS)
    dialog.kind.setCurrentIndex(offered.index("after-action"))

    assert not dialog.write.isEnabled()
    assert "needs an exercise or incident" in dialog.about.text()
    dialog.reject()


def test_the_password_locks_the_file_and_selected_services_limit_it(
    show: Show, tmp_path: Path
) -> None:
    person = show(PLAN)
    person.select("Mail")
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("bia"))
    assert dialog.services.itemText(1) == "Only the 1 selected service"
    dialog.services.setCurrentIndex(1)
    dialog.password.setText("secret")
    target = tmp_path / "bia.pdf"
    person.messages.answers.append(target)

    dialog._on_accepted()
    person.qtbot.waitUntil(lambda: person.messages.opened == [target], timeout=60_000)

    with pytest.raises(pypdfium2.PdfiumError):
        Pages(target.read_bytes())
    assert len(Pages(target.read_bytes(), "secret")) > 0


def test_a_first_look_comes_before_the_whole_and_orders_are_kept(show: Show) -> None:
    person = show(PLAN)
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    seen: list[bool] = []
    dialog._making.ready.connect(lambda preview: seen.append(preview.is_whole))
    dialog.kind.setCurrentIndex(dialog.kind.findData("runbook"))
    dialog.preview()
    person.qtbot.waitUntil(dialog.paper_button.isEnabled, timeout=60_000)

    assert seen[0] is False
    assert seen[-1] is True
    assert dialog._orders.knows(PLAN.scenarios["Dark"])
    dialog.reject()


def test_documents_of_a_team_owner_or_department(show: Show) -> None:
    found = plan("Two").service("Mail", unit="Office", tags=("core",)).service("Web").build()
    person = show(found)
    person.run("print")
    dialog = person.dialog(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("plan"))
    offered = [dialog.services.itemText(i) for i in range(dialog.services.count())]

    assert offered == ["All services", "Department: Office", "Tag: core"]
    dialog.services.setCurrentIndex(1)
    assert dialog._chosen()[2].groups == (("unit", "Office"),)
    dialog.reject()
