"""Sets of columns: built-in ones, and the user's own that outlive the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.models import column_sets

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = plan().service("Shop", owner="Ada").build()


def entries(person: Person) -> dict[str, object]:
    """Return what the button offers, by name."""
    table = person.window.table
    table._offer_columns()
    return {action.text(): action for action in table.chooser.menu().actions()}


@pytest.mark.parametrize("name", list(column_sets.BUILT_IN))
def test_built_in_sets_show_their_columns_in_their_order(show: Show, name: str) -> None:
    person = show(PLAN)

    entries(person)[name].trigger()  # type: ignore[attr-defined]

    assert person.window.table.shown_columns() == column_sets.BUILT_IN[name]
    assert entries(person)[name].isChecked()  # type: ignore[attr-defined]


def test_an_own_set_is_kept_and_forgotten(show: Show) -> None:
    person = show(PLAN)
    table = person.window.table
    table.show_columns(("owner", "rto", "no-such-column"))
    assert table.shown_columns() == ("name", "owner", "rto")

    person.messages.answers.append("Mine")
    table.keep_columns()
    table.show_columns(column_sets.BUILT_IN["People"])
    entries(person)["Mine"].trigger()  # type: ignore[attr-defined]

    assert table.shown_columns() == ("name", "owner", "rto")
    person.space.settings.save()
    assert person.space.settings.column_sets == {"Mine": ("name", "owner", "rto")}
    table.forget_columns("Mine")
    assert person.space.settings.column_sets == {}


def test_a_broken_setting_is_no_set(show: Show) -> None:
    person = show(PLAN)

    person.space.settings._store.setValue("table/sets", "{not json")

    assert person.space.settings.column_sets == {}
