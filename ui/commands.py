"""What the commands of the window do, beyond what one object does by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from ui import words
from ui.canvas import acts
from ui.language import mark, mark_count, tr

if TYPE_CHECKING:
    from ui.exercise.board import ExerciseBoard
    from ui.main_window import MainWindow
    from ui.models.paste import Pasted
    from ui.programme.window import ProgrammeWindow
    from ui.workspace import Workspace


class Commands:
    """The commands of one window; each leaves the plan in one undoable step or untouched."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._board: ExerciseBoard | None = None
        self._programme: ProgrammeWindow | None = None

    @property
    def _space(self) -> Workspace:
        return self._window.space

    # ----------------------------------------------------------------------------- services

    def open_plan(self) -> None:
        """Ask for a plan file and open it."""
        self._window.files.choose_and_open()

    def add_service(self) -> None:
        """Add a service in the middle of the view and let its name be typed."""
        self._window.welcome.hide()
        self._window.canvas.setFocus()
        self._window.canvas.add_service()

    def cut(self) -> None:
        """Copy the selection, then delete it; in a text field, cut text."""
        if not self._in_text("cut"):
            self._window.canvas.run("cut")

    def copy(self) -> None:
        """Copy the selected services with what is between them; in a text field, the text."""
        if not self._in_text("copy"):
            self._window.canvas.run("copy")

    def paste(self) -> None:
        """Paste services, or rows of a spreadsheet; in a text field, text."""
        if not self._in_text("paste"):
            self._window.canvas.run("paste")

    def review_paste(self, pasted: Pasted, take: Callable[[], object]) -> None:
        """Show what pasting changes; one new service that is seen at once needs no look before."""
        from ui.dialogs.paste import PasteDialog
        from ui.models.paste import effects

        plan = self._space.bridge.plan
        if len(effects(plan, pasted.plan)) <= 1 and not pasted.left_out:
            take()
        else:
            PasteDialog(self._window, plan, pasted, take).open()

    def review_cells(self, pasted: Pasted) -> None:
        """Show what pasting into the table changes."""
        edit = self._space.bridge.edit
        self.review_paste(pasted, lambda: edit(pasted.label, pasted.plan))

    def delete(self) -> None:
        """Delete what is selected, with what cannot stand without it."""
        selection = self._space.selection
        services, lines = selection.services, selection.requirements
        parts = []
        if services:
            parts.append(acts.title(self._space.bridge.plan, services))
        if lines:
            parts.append(mark_count(len(lines), "requirement", "requirements"))

        def without(plan: Plan) -> Plan:
            return edits.remove(edits.remove(plan, "requirements", lines), "services", services)

        self._space.bridge.try_edit(mark("Delete {title}", title=" and ".join(parts)), without)

    def select_all(self) -> None:
        """Select every service."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            focused.selectAll()
        else:
            self._space.selection.set(self._space.bridge.plan.services)

    def redundant_candidates(self) -> tuple[str, ...]:
        """Return the requirements that "make redundant" would join; empty when it cannot."""
        plan, selection = self._space.bridge.plan, self._space.selection
        if len(selection.requirements) > 1:
            chosen = [plan.requirements[key] for key in selection.requirements]
        else:
            chosen = [
                requirement
                for requirement in plan.requirements.values()
                if requirement.dependant == selection.current
                and selection.services.issuperset(requirement.providers)
            ]
        same = len({requirement.dependant for requirement in chosen}) == 1
        providers = {p for requirement in chosen for p in requirement.providers}
        return tuple(r.id for r in chosen) if same and len(providers) > 1 else ()

    def make_redundant(self) -> None:
        """Join the chosen requirements of one service: one provider of several is enough."""
        chosen = self.redundant_candidates()
        done = self._space.bridge.try_edit(
            mark("Make redundant"), lambda plan: edits.make_redundant(plan, chosen)
        )
        if done and chosen:
            kept = [key for key in chosen if key in self._space.bridge.plan.requirements]
            self._space.selection.set((), kept)

    # ------------------------------------------------------------------------------- finding

    def find(self) -> None:
        """Look for services: Enter goes from one found to the next."""
        self._window.filter_bar.begin()

    def filter(self) -> None:
        """Show only the services that meet conditions."""
        self._window.filter_bar.begin(hides=True)

    def open_palette(self) -> None:
        """Offer all commands and services by name."""
        from ui.dialogs.palette import Palette

        Palette(self._window).open()

    def look_at(self, service: str) -> None:
        """Select a service and bring it into view."""
        self._space.selection.set([service])
        self._window.show_services([service])

    def open_note(self, note: str) -> None:
        """Show a note or frame and let it be written on."""
        self._window.canvas.notes.show(note)
        self._window.canvas.notes.write(note)

    def delete_in_outline(self) -> None:
        """Delete the note that was chosen in the outline, else what is selected."""
        if not self._window.canvas.notes.remove():
            self._window.actions_by_name["delete"].trigger()

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self._window.docks.show(name)

    def explain(self) -> None:
        """Explain a figure of the current service; in the table, that of the current cell."""
        from ui.panels.why import WhyPanel

        window = self._window
        window.docks.show("why")
        panel = window.later["why"].panel
        if not isinstance(panel, WhyPanel):
            return
        if QApplication.focusWidget() is window.table.view:
            panel.ask(window.table.current_column())
        panel.figure.setFocus()

    def toggle_panel(self, name: str) -> None:
        """Hide a panel that is in front, else bring it to the front."""
        self._window.docks.toggle(name)

    def edit_current(self) -> None:
        """Put the keyboard into the inspector, at the RTO of a service."""
        self._window.docks.show("inspector")
        self._window.inspector.focus_field("rto")

    # ------------------------------------------------------------------------------ scenarios

    def try_selection(self) -> None:
        """Show what happens if the selected services fail."""
        selection = self._space.selection
        plan = self._space.bridge.plan
        chosen = [key for key in plan.services if key in selection.services]
        if chosen:
            self._space.situation.try_failure(chosen)

    def new_scenario(self) -> None:
        """Let a scenario be described; it starts with the selected services."""
        selection, plan = self._space.selection, self._space.bridge.plan
        from bcp_planner.domain.entities import Failure

        chosen = [key for key in plan.services if key in selection.services]
        fails = tuple(Failure(service=key) for key in chosen)
        self._edit_scenario(Scenario(id="", name="", fails=fails))

    def edit_scenario(self) -> None:
        """Let the chosen scenario be changed, or one that is tried out be kept."""
        scenario = self._space.situation.scenario
        if scenario is not None:
            self._edit_scenario(scenario)

    def _edit_scenario(self, scenario: Scenario) -> None:
        from ui.dialogs.scenario import ScenarioDialog

        ScenarioDialog(self._window, self._space, scenario).open()

    # ---------------------------------------------------------------------------- documents

    def print_document(self) -> None:
        """Let a document be chosen and written as PDF."""
        from ui.dialogs.print import PrintDialog

        PrintDialog(self._window, self._space, self._window.printing).open()

    def export_picture(self) -> None:
        """Ask where, and write the drawing to a file."""
        space = self._space
        proposal = space.settings.folder / f"{words.plan_title(space.bridge.plan)}.pdf"
        kinds = "PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"
        target = space.messages.ask_where_to_save(tr("Export the drawing"), proposal, kinds)
        if target is None:
            return
        if not target.suffix:
            target = target.with_suffix(".pdf")
        try:
            self._window.canvas.export(target)
        except PlannerError as problem:
            space.messages.problem(f"{problem}.")
        else:
            space.settings.folder = target.resolve().parent
            space.messages.notice(tr("The drawing is in {name}.", name=target.name))

    def edit_plan(self, section: str) -> None:
        """Open the plan's header and lists: `plan`, `teams`, `contacts` or `scenarios`."""
        from ui.dialogs.plan import PlanDialog

        PlanDialog(self._window, self._space, section).open()

    # ----------------------------------------------------------------------------- exercises

    def show_exercises(self) -> None:
        """Open the board of exercises and incidents, or bring it to the front."""
        from ui.exercise.board import ExerciseBoard

        if self._board is None:
            self._board = ExerciseBoard(self._window, self._space, self._window.printing)
        self._board.show()
        self._board.raise_()
        self._board.activateWindow()

    def show_programme(self) -> None:
        """Open the window of the exercise programme, or bring it to the front."""
        from ui.programme.window import ProgrammeWindow

        if self._programme is None:
            self._programme = ProgrammeWindow(self._window, self._space, self._window.printing)
        self._programme.show()
        self._programme.raise_()
        self._programme.activateWindow()

    def diagnose(self) -> None:
        """Ask what is seen to be down, and rank the likely causes."""
        from ui.exercise.diagnosing import DiagnoseDialog

        DiagnoseDialog(self._window, self._space).open()

    # ---------------------------------------------------------------------------------- help

    def take_tour(self) -> None:
        """Lead through the window on a copy of a sample."""
        from ui.panels.tour import SAMPLE, Tour

        window = self._window
        for old in window.findChildren(Tour):
            old.close()
        window.files.open_sample(SAMPLE)
        if self._space.bridge.plan.services:
            Tour(window).go(0)

    def show_keys(self) -> None:
        """Show all keys and gestures."""
        from ui.dialogs.keys import KeysDialog

        KeysDialog(self._window).open()

    def show_about(self) -> None:
        """Say what this program is."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window, self._space.theme).open()

    def _in_text(self, action: str) -> bool:
        """Let a focused text field do it, and say whether there was one."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            getattr(focused, action)()
            return True
        table = self._window.table
        if focused is table.view and action in ("copy", "paste"):
            getattr(table, action)()
            return True
        return False
