"""What every panel of a window shares: the plan, the selection, the situation, the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import is_not

from bcp_planner.domain.plan import Record
from ui import language, sentences
from ui.analysis_hub import AnalysisHub
from ui.bridge import PlanBridge
from ui.lasting import Lasting
from ui.messages import Messages
from ui.models.columns import columns
from ui.plan_filter import PlanFilter
from ui.selection import Selection
from ui.settings import Settings
from ui.situation import Situation
from ui.theme import Theme, ThemeStore


@dataclass(frozen=True, slots=True)
class Workspace:
    """The shared objects of one window, made once by `workspace`."""

    bridge: PlanBridge
    selection: Selection
    situation: Situation
    hub: AnalysisHub
    themes: ThemeStore
    settings: Settings
    messages: Messages
    filter: PlanFilter

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self.themes.current


def workspace(settings: Settings, messages: Messages, themes: ThemeStore) -> Workspace:
    """Return the shared objects of a new window, with an empty plan."""
    bridge = PlanBridge(messages=messages)
    situation = Situation(bridge, settings.aim)
    selection = Selection(bridge)
    bridge.changed.connect(lambda _: selection.keep_within(bridge.plan))
    bridge.replaced.connect(selection.clear)
    for signal in (bridge.changed, bridge.replaced):
        signal.connect(lambda *_: language.use_term(bridge.plan.info.outage_term))
    language.use_term(bridge.plan.info.outage_term)
    sentences.protect(_Names(bridge))
    hub = AnalysisHub(bridge, situation)
    Lasting(bridge, hub)
    found = PlanFilter(bridge, hub)
    space = Workspace(bridge, selection, situation, hub, themes, settings, messages, found)
    found.over(columns(space))
    return space


class _Names:
    """What people call the parts of a plan, read anew only when they are others."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge
        self._parts: tuple[Mapping[str, Record], ...] = ()
        self._titles: frozenset[str] = frozenset()

    def __call__(self) -> frozenset[str]:
        plan = self._bridge.plan
        parts = (plan.services, plan.teams, plan.scenarios)
        if len(self._parts) != len(parts) or any(map(is_not, self._parts, parts)):
            self._parts = parts
            self._titles = frozenset(one.title for table in parts for one in table.values())
        return self._titles
