"""The problems a user can cause and repair.

Everything below ``PlannerError`` is expected, carries one sentence for a person (what, where,
what to do) and is shown as it is. Any other exception is a defect of the program.
"""

from __future__ import annotations

from collections.abc import Sequence


class PlannerError(Exception):
    """One clear sentence: what is wrong, where, and what to do about it."""


class EditRefused(PlannerError):
    """An edit would make the plan inconsistent; nothing was changed."""


class InputRefused(PlannerError):
    """Input (a file, an argument) cannot be used; nothing was changed.

    Attributes:
        problems: Every problem found, each one a sentence that starts with its place.
    """

    def __init__(self, where: str, problems: Sequence[str]) -> None:
        """Join the problems of one source into a single line.

        Args:
            where: The file or argument the problems are in; may be empty.
            problems: At least one problem, each with its path.
        """
        self.problems = tuple(problems)
        prefix = f"{where}: " if where else ""
        super().__init__(prefix + "; ".join(self.problems))


class FileProblem(PlannerError):
    """A file cannot be read or written; the sentence names the file and the remedy."""


class Cancelled(PlannerError):
    """The user asked a long computation to stop; nothing was changed."""
