"""What every panel of a window shares: the plan, the selection, the situation, the results."""

from __future__ import annotations

from dataclasses import dataclass

from ui.analysis_hub import AnalysisHub
from ui.bridge import PlanBridge
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
    hub = AnalysisHub(bridge, situation)
    found = PlanFilter(bridge, hub)
    space = Workspace(bridge, selection, situation, hub, themes, settings, messages, found)
    found.over(columns(space))
    return space
