"""Every command of the window in one table: menus, toolbar, palette and key help come from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import protection
from ui.arranging import CANVAS_COMMANDS, CanvasCommand
from ui.command import (
    Command,
    has_chosen_services,
    has_scenario,
    has_selection,
    has_services,
    has_two,
    is_sealed,
)
from ui.language import mark

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def help_window(window: MainWindow) -> None:
    """Open the user guide, which is read only when it is wanted."""
    from ui import help as guide

    guide.show(window)


def _of_canvas(about: CanvasCommand) -> Command:
    def can(window: MainWindow) -> bool:
        chosen = len(window.space.selection.services)
        return has_services(window) and chosen >= about.least

    return Command(
        about.name,
        about.text,
        lambda w: w.canvas.run(about.name),
        about.icon,
        about.keys,
        can,
        about.tip,
        on_canvas=True,
    )


COMMANDS: tuple[Command, ...] = (
    # ------------------------------------------------------------------------------------ file
    Command("new", mark("New plan"), lambda w: w.files.start_new(), "new", ("Ctrl+N",)),
    Command("open", mark("Open…"), lambda w: w.files.choose_and_open(), "open", ("Ctrl+O",)),
    Command(
        "import",
        mark("Import into this plan…"),
        lambda w: w.files.choose_and_import(),
        "import",
        ("Ctrl+I",),
        tip=mark("Adds the services of another program's file to this plan."),
    ),
    Command(
        "import-folder",
        mark("Import a folder…"),
        lambda w: w.files.choose_folder_and_import(),
        tip=mark("Adds what all files of a folder hold, for example a catalogue or manifests."),
    ),
    Command(
        "template",
        mark("Workbook to fill in…"),
        lambda w: w.files.choose_and_write_template(),
        tip=mark("Writes an empty workbook with every table and heading, to fill in and import."),
    ),
    Command(
        "save",
        mark("Save"),
        lambda w: w.files.save(),
        keys=("Ctrl+S",),
        tip=mark("Every edit is already saved; a plan without a place of its own is given one."),
    ),
    Command(
        "save-copy",
        mark("Save a copy…"),
        lambda w: w.files.save_copy(),
        "save-copy",
        ("Ctrl+Shift+S",),
        tip=mark("Every edit is already saved; this writes the plan to another file."),
    ),
    Command(
        "encrypt",
        mark("Encrypt this plan…"),
        protection.encrypt_plan,
        when=lambda w: has_services(w) and not is_sealed(w) and not w.space.bridge.read_only,
        tip=mark("From now on the plan and its backups open with a passphrase only."),
    ),
    Command(
        "change-passphrase",
        mark("Change the passphrase…"),
        protection.change_passphrase,
        when=lambda w: is_sealed(w) and not w.space.bridge.read_only,
        tip=mark("Encrypts the plan with another passphrase."),
    ),
    Command(
        "remove-passphrase",
        mark("Remove the passphrase…"),
        protection.remove_passphrase,
        when=lambda w: is_sealed(w) and not w.space.bridge.read_only,
        tip=mark("Writes the plan into a file that is not encrypted."),
    ),
    Command(
        "save-encrypted",
        mark("Save an encrypted copy…"),
        protection.save_encrypted,
        when=has_services,
        tip=mark("Writes a copy that opens with a passphrase only."),
    ),
    Command(
        "save-redacted",
        mark("Save without personal data…"),
        protection.save_redacted,
        when=has_services,
        tip=mark("Writes a copy without contacts, names and history."),
    ),
    Command(
        "backups",
        mark("Backups…"),
        protection.open_backup,
        tip=mark("Opens the plan as it was at the start of an earlier session."),
    ),
    Command(
        "print",
        mark("Print a document…"),
        lambda w: w.do.print_document(),
        "print",
        ("Ctrl+P",),
        has_services,
        mark("Writes a runbook, a contact list or another document as PDF."),
    ),
    Command(
        "export-as",
        mark("Export to another format…"),
        lambda w: w.files.choose_and_export(w.canvas.sight.viewing.visible(w.space.bridge.plan)),
        when=has_services,
        tip=mark(
            "Writes a workbook, a web page, a recovery order or another format by its ending; "
            "a graph holds what the canvas shows."
        ),
    ),
    Command(
        "picture",
        mark("Export the drawing…"),
        lambda w: w.do.export_picture(),
        "export",
        when=has_services,
        tip=mark("Writes what the canvas shows as SVG, PNG or PDF."),
    ),
    Command("quit", mark("Quit"), lambda w: w.close(), keys=("Ctrl+Q",)),
    # ------------------------------------------------------------------------------------ edit
    Command(
        "undo",
        mark("Undo"),
        lambda w: w.space.bridge.undo(),
        "undo",
        ("Ctrl+Z",),
        lambda w: w.space.bridge.can_undo,
    ),
    Command(
        "redo",
        mark("Redo"),
        lambda w: w.space.bridge.redo(),
        "redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        lambda w: w.space.bridge.can_redo,
    ),
    Command("cut", mark("Cut"), lambda w: w.do.cut(), "cut", ("Ctrl+X",), has_chosen_services),
    Command("copy", mark("Copy"), lambda w: w.do.copy(), "copy", ("Ctrl+C",), has_chosen_services),
    Command("paste", mark("Paste"), lambda w: w.do.paste(), "paste", ("Ctrl+V",)),
    Command(
        "duplicate",
        mark("Duplicate"),
        lambda w: w.canvas.run("duplicate"),
        keys=("Ctrl+D",),
        when=has_chosen_services,
    ),
    Command(
        "delete",
        mark("Delete"),
        lambda w: w.do.delete(),
        "trash",
        ("Del",),
        has_selection,
        on_canvas=True,
    ),
    Command(
        "select-all",
        mark("Select all services"),
        lambda w: w.do.select_all(),
        keys=("Ctrl+A",),
        when=has_services,
    ),
    Command(
        "find",
        mark("Find a service…"),
        lambda w: w.do.find(),
        "search",
        ("Ctrl+F",),
        has_services,
        mark("Finds services by any word in their fields; Enter goes from one to the next."),
    ),
    Command(
        "filter",
        mark("Filter services…"),
        lambda w: w.do.filter(),
        "filter",
        ("Ctrl+Shift+F",),
        has_services,
        mark("Shows only the services that meet conditions, on canvas, table and outline."),
    ),
    Command(
        "conditions",
        mark("Filter by conditions…"),
        lambda w: w.filter_bar.open_form(),
        "filter",
        when=has_services,
        tip=mark("Puts a filter together from lists, without typing it."),
    ),
    Command(
        "palette",
        mark("All commands and services…"),
        lambda w: w.do.open_palette(),
        "command",
        ("Ctrl+K", "Ctrl+Shift+P"),
        tip=mark("Type a few letters of a command or a service."),
    ),
    # ------------------------------------------------------------------------------------ plan
    Command(
        "add-service",
        mark("Add a service"),
        lambda w: w.do.add_service(),
        "plus",
        ("Ctrl+Shift+N", "Ins"),
        tip=mark(
            "A new service in the middle of the view; type its name. Or double-click the canvas."
        ),
    ),
    Command(
        "rename",
        mark("Rename"),
        lambda w: w.canvas.run("rename"),
        "edit",
        ("F2",),
        has_chosen_services,
    ),
    Command(
        "link",
        mark("Connect selected services"),
        lambda w: w.canvas.link_selected(),
        "link",
        ("L",),
        has_two,
        mark("The service selected first needs the others."),
        on_canvas=True,
    ),
    Command(
        "redundant",
        mark("Make redundant"),
        lambda w: w.do.make_redundant(),
        "redundant",
        ("Ctrl+R",),
        lambda w: w.do.redundant_candidates() != (),
        mark("Joins the requirements of one service so that one provider of several is enough."),
    ),
    Command(
        "tidy",
        mark("Tidy layout"),
        lambda w: w.canvas.run("tidy"),
        "tidy",
        ("Ctrl+L",),
        has_services,
        mark("Shows the selected services, or all, arranged anew; pinned ones stay."),
    ),
    Command(
        "details",
        mark("Plan details…"),
        lambda w: w.do.edit_plan("plan"),
        "plan",
        tip=mark("Name, owner, status."),
    ),
    Command("teams", mark("Teams…"), lambda w: w.do.edit_plan("teams"), "team"),
    Command("contacts", mark("Contacts…"), lambda w: w.do.edit_plan("contacts"), "contact"),
    Command("scenarios", mark("Scenarios…"), lambda w: w.do.edit_plan("scenarios"), "scenario"),
    *(_of_canvas(about) for about in CANVAS_COMMANDS),
    # -------------------------------------------------------------------------------- scenario
    Command(
        "what-if",
        mark("What if the selection fails"),
        lambda w: w.do.try_selection(),
        "impact",
        ("B", "Ctrl+B"),
        has_chosen_services,
        mark("Shows the blast radius of the selected services without keeping a scenario."),
        on_canvas=True,
    ),
    Command(
        "no-scenario",
        mark("Stop looking at a scenario"),
        lambda w: w.space.situation.choose(None),
        "close",
        ("Ctrl+Esc",),
        has_scenario,
    ),
    Command("new-scenario", mark("New scenario…"), lambda w: w.do.new_scenario(), "plus"),
    Command(
        "edit-scenario",
        mark("Edit this scenario…"),
        lambda w: w.do.edit_scenario(),
        "edit",
        when=has_scenario,
    ),
    Command(
        "play",
        mark("Play through time"),
        lambda w: w.time_bar.toggle_play(),
        "play",
        ("Ctrl+Space",),
        has_scenario,
        mark("Moves from the disruption through impact and recovery."),
    ),
    Command(
        "recovery-view",
        mark("Recovery order"),
        lambda w: w.do.show_panel("recovery"),
        "recovery",
        ("R", "Ctrl+Shift+R"),
        tip=mark("Who brings back what, when."),
        on_canvas=True,
    ),
    Command(
        "why",
        mark("Why this figure?"),
        lambda w: w.do.explain(),
        "help",
        ("W", "Ctrl+Shift+W"),
        has_chosen_services,
        mark(
            "Explains a figure of the current service: the chain behind it and what went into it."
        ),
        on_canvas=True,
    ),
    Command(
        "weak-points",
        mark("Weak points"),
        lambda w: w.do.show_panel("weak"),
        "findings",
        when=has_services,
        tip=mark("Single points of failure, and which failures together take a service down."),
    ),
    Command(
        "simulation",
        mark("Simulation"),
        lambda w: w.do.show_panel("simulation"),
        "clock",
        when=has_services,
        tip=mark("How long outages last when working times are uncertain."),
    ),
    # ------------------------------------------------------------------------------------ view
    Command(
        "zoom-in",
        mark("Zoom in"),
        lambda w: w.canvas.run("zoom-in"),
        "zoom-in",
        ("Ctrl++", "Ctrl+="),
    ),
    Command(
        "zoom-out", mark("Zoom out"), lambda w: w.canvas.run("zoom-out"), "zoom-out", ("Ctrl+-",)
    ),
    Command(
        "zoom-real", mark("Actual size"), lambda w: w.canvas.run("actual-size"), keys=("Ctrl+0",)
    ),
    Command(
        "fit", mark("Fit everything"), lambda w: w.canvas.fit(), "fit", ("Ctrl+1",), has_services
    ),
    Command(
        "fit-selection",
        mark("Fit the selection"),
        lambda w: w.canvas.fit_selection(),
        "target",
        ("Ctrl+2",),
        has_chosen_services,
    ),
    Command(
        "table",
        mark("Table of services"),
        lambda w: w.do.toggle_panel("table"),
        "table",
        ("T", "Ctrl+T"),
        on_canvas=True,
    ),
    Command(
        "first-arrangement",
        mark("Restore the first arrangement"),
        lambda w: w.docks.arrange(),
        tip=mark("Puts every panel back where it was at the first start."),
    ),
    Command(
        "inspector",
        mark("Go to the inspector"),
        lambda w: w.do.edit_current(),
        "inspector",
        ("F4",),
    ),
    Command("canvas", mark("Go to the canvas"), lambda w: w.canvas.setFocus(), keys=("F6",)),
    # ------------------------------------------------------------------------------------ help
    Command(
        "merge",
        mark("Merge with another copy…"),
        lambda w: w.merging.choose(),
        when=lambda w: has_services(w) and not w.space.bridge.read_only,
        tip=mark("Joins a copy of this plan that went its own way."),
    ),
    Command(
        "compare",
        mark("Compare two versions…"),
        lambda w: w.history.compare(),
        "history",
        when=has_services,
        tip=mark(
            "Fields and results of two versions side by side, with a jump to each difference."
        ),
    ),
    # ------------------------------------------------------------------------------- exercises
    Command(
        "exercises",
        mark("Exercises and incidents…"),
        lambda w: w.do.show_exercises(),
        keys=("Ctrl+E",),
        when=has_services,
        tip=mark("Prepare, run and look back on exercises and real incidents."),
    ),
    Command(
        "programme",
        mark("Exercise programme…"),
        lambda w: w.do.show_programme(),
        keys=("Ctrl+Shift+E",),
        when=has_services,
        tip=mark("Readiness, coverage, calendar, figures over time, measured times, actions."),
    ),
    Command(
        "diagnose",
        mark("Find likely causes…"),
        lambda w: w.do.diagnose(),
        when=has_services,
        tip=mark("From what is seen to be down: the smallest failures that explain it."),
    ),
    Command("keys", mark("Keys and gestures"), lambda w: w.do.show_keys(), "help", ("F1", "?")),
    Command(
        "guide",
        mark("User guide"),
        help_window,
        "help",
        tip=mark("Each task, and what figures mean."),
    ),
    Command(
        "tour",
        mark("First steps"),
        lambda w: w.do.take_tour(),
        "step",
        tip=mark("Leads through the window on a sample, in eight steps."),
    ),
    Command("about", mark("About this program"), lambda w: w.do.show_about(), "note"),
)
