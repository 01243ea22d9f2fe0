"""The words of the command line and what they mean."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from bcp_planner import __version__
from bcp_planner.documents.selection import GROUPINGS
from bcp_planner.domain.codec import shown
from bcp_planner.domain.durations import DurationError, parse_human, parse_iso
from bcp_planner.domain.entities import SERVICE_KINDS
from bcp_planner.domain.exercising import EVENT_KINDS

AIMS = ("lateness", "cost", "makespan")
PAPERS = ("a4", "letter", "a3", "tabloid", "a2", "a1", "a0")


class UsageError(Exception):
    """The words on the command line are wrong; one sentence says how."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line in one line that points to the help."""
        raise UsageError(f"{message} (see {self.prog} --help)")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of a command; ``run`` holds the function that carries it out.

    Raises:
        UsageError: if the words make no command.
    """
    parser = _Parser(
        prog="bcp-planner",
        description="Business continuity planning. With no command, or a plan file alone, opens "
        "the window.",
    )
    parser.add_argument("--version", action="version", version=f"bcp-planner {__version__}")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    _file_commands(commands)
    _analysis_commands(commands)
    _document_commands(commands)
    _exercise_commands(commands)
    _protection_commands(commands)
    found, rest = parser.parse_known_args(list(words))
    if not rest:
        return found
    command = commands.choices.get(words[0])
    if command is None or "what" in found:  # the actions of an exercise have words of their own
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    # A word that may be left out is given up by argparse at the first option before it.
    return command.parse_intermixed_args(list(words[1:]))


def _command(
    commands: argparse._SubParsersAction[_Parser],  # pyright: ignore[reportPrivateUsage]
    name: str,
    help_text: str,
    *,
    plan: bool = True,
) -> _Parser:
    """Add one command whose function has its name with underscores in ``commands``."""
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    if plan:
        parser.add_argument("plan", metavar="PLAN", type=Path, help="a plan file (.bcplan)")
    parser.set_defaults(run=partial(_run, name))
    return parser


def _run(name: str, arguments: argparse.Namespace) -> object:
    from bcp_planner.cli import commands

    return commands.COMMANDS[name](arguments)


def _file_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    new = _command(commands, "new", "make a new plan file")
    new.add_argument("--sample", metavar="NAME", help="start from a shipped sample")
    importing = _command(commands, "import", "add other files to a plan, made when missing")
    importing.add_argument("sources", metavar="SOURCE", nargs="+", type=Path)
    importing.add_argument("--from", dest="format", metavar="FORMAT", help="format of the sources")
    importing.add_argument(
        "--map",
        metavar="WORD=MEANING",
        action="append",
        type=_mapping,
        help="what a column, a type or a relation of the source becomes; may be repeated",
    )
    exporting = _command(commands, "export", "write a plan in another format")
    exporting.add_argument("target", metavar="TARGET", type=Path)
    exporting.add_argument("--as", dest="format", metavar="FORMAT", help="format of the target")
    exporting.add_argument("--scenario", metavar="ID", help="whose recovery order is written")
    merging = _command(commands, "merge", "join a copy of the plan that went its own way")
    merging.add_argument("copy", metavar="COPY", type=Path, help="the copy; it is not changed")
    merging.add_argument(
        "--keep",
        choices=("mine", "theirs"),
        help="which side counts where both changed the same; mine when not given",
    )
    merging.add_argument("--dry-run", action="store_true", help="only say what would change")
    _command(commands, "formats", "list the formats that are read and written", plan=False)
    _command(commands, "schema", "print the JSON Schema of plan files", plan=False)


def _analysis_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    _command(commands, "check", "list all findings")
    _command(commands, "objectives", "list declared and required recovery objectives")
    impact = _command(commands, "impact", "what a failure takes down, when and why")
    _scenario_options(impact)
    impact.add_argument("--horizon", metavar="DURATION", type=_duration, help="look no further")
    recover = _command(commands, "recover", "in which order to recover and when all is back")
    _scenario_options(recover)
    recover.add_argument("--aim", choices=AIMS, default=AIMS[0], help="what a good order is")
    recover.add_argument("--order", metavar="FILE", type=Path, help="follow it: one id a line")
    recover.add_argument("--no-teams", action="store_true", help="as if nobody was ever busy")
    recover.add_argument("--seconds", metavar="N", type=_seconds, help="longest search")
    recover.add_argument(
        "--room", action="store_true", help="how much longer each work may take, too"
    )
    cutsets = _command(commands, "cutsets", "the smallest sets of failures that take it down")
    cutsets.add_argument("service", metavar="SERVICE", nargs="?")
    cutsets.add_argument("--tier", metavar="N", type=_positive, help="of any service of a tier")
    cutsets.add_argument("--max-order", metavar="N", type=_positive, default=2)
    cutsets.add_argument(
        "--among", default="all", choices=("all", "leaves", *SERVICE_KINDS), help="what may fail"
    )
    cutsets.add_argument("--horizon", metavar="DURATION", type=_duration, help="down by then")
    singles = _command(commands, "singles", "every service that takes others down alone")
    singles.add_argument(
        "--among", default="all", choices=("all", "leaves", *SERVICE_KINDS), help="what may fail"
    )
    simulate = _command(commands, "simulate", "outages under uncertain working times")
    _scenario_options(simulate)
    simulate.add_argument("--trials", metavar="N", type=_positive, default=10_000)
    simulate.add_argument("--seed", metavar="N", type=_count, default=0)
    simulate.add_argument("--order", metavar="FILE", type=Path, help="follow it: one id a line")
    simulate.add_argument(
        "--tornado", action="store_true", help="which estimate moves the end most, too"
    )
    simulate.add_argument("--against", metavar="OTHER", type=Path, help="same trials, other plan")
    simulate.add_argument(
        "--against-order", metavar="FILE", type=Path, help="same trials, following this order"
    )
    compare = _command(commands, "compare", "two plans compared by result")
    compare.add_argument("other", metavar="OTHER", type=Path, help="the plan to compare with")
    _scenario_options(compare)


def _document_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    _command(commands, "documents", "list the kinds of documents that can be printed", plan=False)
    printing = _command(commands, "print", "write a document as PDF, or as Word (.docx)")
    printing.add_argument("document", metavar="DOCUMENT", help="see the command documents")
    printing.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True)
    printing.add_argument("--event", metavar="ID", default="", help="the exercise or incident")
    printing.add_argument("--scenario", metavar="ID", help="the scenario it is for")
    printing.add_argument("--paper", choices=PAPERS, default=PAPERS[0])
    printing.add_argument("--copy", metavar="N", default="", help="number of a controlled copy")
    printing.add_argument(
        "--no-contacts", action="store_true", help="leave private contact details out"
    )
    printing.add_argument(
        "--services", metavar="ID,...", type=_names, default=(), help="about these only"
    )
    for by in GROUPINGS:
        printing.add_argument(
            f"--{by}", metavar="NAME", action="append", default=[], help=f"about this {by} only"
        )
    printing.add_argument(
        "--password-file",
        metavar="FILE",
        type=Path,
        help="encrypt it; the first line of the file is the password",
    )
    printing.add_argument(
        "--since", metavar="PLAN", type=Path, help="list changes since this approved plan"
    )
    tour = _command(commands, "tour", "the main job on a sample, printed", plan=False)
    tour.add_argument("--sample", metavar="NAME", default="hospital")
    tour.add_argument("--folder", metavar="FOLDER", type=Path, help="where to write its files")


def _protection_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    for name, help_text, target in (
        ("encrypt", "write a copy that opens with a passphrase only", "FILE.bcplan.age"),
        ("decrypt", "write the plan file that an encrypted one holds", "FILE.bcplan"),
    ):
        parser = _command(commands, name, help_text)
        parser.add_argument("target", metavar=target, type=Path)
        parser.add_argument(
            "--passphrase-file",
            metavar="FILE",
            type=Path,
            required=True,
            help="a file whose first line is the passphrase",
        )
    redact = _command(commands, "redact", "write a copy without personal data and history")
    redact.add_argument("target", metavar="FILE.bcplan", type=Path)


def _exercise_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    exercise = _command(commands, "exercise", "prepare, print and look back on exercises")
    exercise.set_defaults(what="list")
    actions = exercise.add_subparsers(metavar="ACTION", dest="what", parser_class=_Parser)

    def action(name: str, help_text: str, *, event: bool = True) -> _Parser:
        parser = actions.add_parser(name, help=help_text, description=help_text)
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if event:
            parser.add_argument("event", metavar="EVENT", help="id of the exercise or incident")
        return parser

    action("list", "list exercises and incidents", event=False)
    create = action("create", "prepare an exercise from a scenario", event=False)
    create.add_argument("scenario", metavar="SCENARIO", help="id of the scenario")
    create.add_argument("--kind", default="tabletop", choices=EVENT_KINDS)
    create.add_argument("--name", default="", help="its name")
    create.add_argument("--starts", default="", metavar="TIME", help="2026-02-11T09:00+00:00")
    pack = action("pack", "print everything an exercise needs as PDF")
    pack.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True)
    pack.add_argument("--paper", choices=("a4", "letter"), default="a4")
    exporting = action("export", "write its events list as CSV or XLSX")
    exporting.add_argument("target", metavar="TARGET", type=Path)
    importing = action("import", "read its events list from CSV or a spreadsheet")
    importing.add_argument("source", metavar="SOURCE", type=Path)
    refresh = action("refresh", "what the plan of today says otherwise")
    refresh.add_argument("--accept", action="store_true", help="take over what nobody has edited")
    forecast = action("forecast", "what will happen from where it stands")
    forecast.add_argument("--at", metavar="DURATION", type=_duration, help="moment after T+0")
    action("review", "measured against planned, and corrections of the plan")
    _incident_actions(action)
    listing = _command(commands, "actions", "list corrective actions by urgency")
    listing.add_argument("--overdue", action="store_true", help="only those that are late")
    listing.add_argument("--effect", metavar="ID", help="what the change of one action brings")
    _diagnosis_commands(commands)


def _incident_actions(action: Callable[..., _Parser]) -> None:
    incident = action("incident", "begin the record of a real incident", event=False)
    incident.add_argument("--scenario", metavar="ID", help="the scenario that fits, if any")
    incident.add_argument("--name", default="", help="its name")
    incident.add_argument("--severity", default="", help="its class")
    incident.add_argument(
        "--starts", metavar="TIME", required=True, help="2026-02-11T09:00+00:00, when it began"
    )
    incident.add_argument(
        "--afterwards", action="store_true", help="it is over; its timeline is entered from records"
    )
    timeline = action("timeline", "add a timeline to the log: a table, or lines with times")
    timeline.add_argument("source", metavar="SOURCE", type=Path)
    action("close", "close it; after that its log takes corrections only")


def _diagnosis_commands(commands: argparse._SubParsersAction[_Parser]) -> None:  # pyright: ignore[reportPrivateUsage]
    diagnose = _command(commands, "diagnose", "likely causes of what is seen to be down")
    for state in ("down", "degraded", "up"):
        diagnose.add_argument(
            f"--{state}", metavar="ID", action="append", help=f"a service seen {state}; repeat"
        )
    diagnose.add_argument("--elapsed", metavar="DURATION", type=_duration, help="time since T+0")
    diagnose.add_argument("--max-order", metavar="N", type=_positive, default=3)
    verify = _command(commands, "verify-log", "check that no entry of a log was changed")
    verify.add_argument("event", metavar="EVENT", nargs="?", help="all when not given")


def _scenario_options(parser: _Parser) -> None:
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--scenario", metavar="ID", help="a scenario of the plan")
    group.add_argument(
        "--fail",
        metavar="ID[@DURATION]",
        action="append",
        type=_failure,
        help="a service that fails, and when; may be repeated",
    )


def _failure(text: str) -> tuple[str, int]:
    """Return service and time of ``ID@DURATION``, split at the last @ before a duration."""
    service, at, after = text.rpartition("@")
    if at:
        try:
            return service, parse_iso(after)
        except DurationError:
            pass
    return text, 0


def _mapping(text: str) -> tuple[str, str]:
    word, equals, meaning = text.rpartition("=")
    if not equals or not word:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not WORD=MEANING")
    return word, meaning


def _names(text: str) -> tuple[str, ...]:
    """Return the ids of a list separated by commas."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _duration(text: str) -> int:
    try:
        return parse_human(text)
    except DurationError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _number(text: str, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if not least <= number <= 2**31:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a whole number from {least} on")
    return number


def _positive(text: str) -> int:
    return _number(text, 1)


def _count(text: str) -> int:
    return _number(text, 0)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 1e6:  # noqa: PLR2004 - eleven days
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a number of seconds")
    return seconds
