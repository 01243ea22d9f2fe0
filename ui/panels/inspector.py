"""Everything about what is selected, to be edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.change import Change
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import Plan
from ui import icons, words
from ui.forms.form import RecordForm
from ui.panels.relations import Relations
from ui.panels.service_facts import show_targets, situation_text
from ui.workspace import Workspace

_NOTHING = (
    "Select a service or a requirement to see and edit everything about it.\n\n"
    "Several selected services are edited together."
)


class Inspector(QStackedWidget):
    """Pages for services, for requirements, and for nothing selected."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setProperty("panel", "true")
        self.setMinimumWidth(280)
        self.services = RecordForm(Service, space, asides={"Targets": ("Required", "Achieved")})
        self.requirements = RecordForm(Requirement, space, skip=("id",))
        self.relations = Relations(space)
        self._heads: list[tuple[QLabel, QLabel, QLabel]] = []
        self.addWidget(_hint(_NOTHING))
        self.addWidget(self._page(self.services, self.relations))
        self.addWidget(self._page(self.requirements))
        self._connect()
        self._restore_folds()
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        plan, selection = self._space.bridge.plan, self._space.selection
        services = [plan.services[key] for key in plan.services if key in selection.services]
        chosen = [plan.requirements[k] for k in plan.requirements if k in selection.requirements]
        read_only = self._space.bridge.read_only
        if services:
            self.setCurrentIndex(1)
            self.services.show_records(_current_first(services, selection.current))
            self.services.set_read_only(read_only=read_only)
            self.relations.show_service(services[0] if len(services) == 1 else None)
            self._refresh_figures()
        elif chosen:
            self.setCurrentIndex(2)
            self.requirements.show_records(chosen)
            self.requirements.set_read_only(read_only=read_only)
            self._write_head(2, _requirement_title(plan, chosen), "link", "")
        else:
            self.setCurrentIndex(0)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field of the selected service (or requirement)."""
        form = self.requirements if self.currentIndex() == 2 else self.services
        form.focus_field(name if name in form.editors else next(iter(form.editors)))

    def save_folds(self) -> None:
        """Remember which headings are folded."""
        sections = (*self.services.sections.values(), *self.requirements.sections.values())
        closed = {section.title for section in sections if not section.head.isChecked()}
        self._space.settings.closed_groups = frozenset(closed)

    # ------------------------------------------------------------------------------- inside

    def _page(self, form: RecordForm, *more: QWidget) -> QScrollArea:
        icon, title, said = QLabel(), QLabel(), QLabel()
        title.setFont(self._space.theme.font(2, bold=True))
        title.setWordWrap(True)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setContentsMargins(8, 0, 8, 4)
        self._heads.append((icon, title, said))
        page = QWidget()
        page.setProperty("panel", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(_line(icon, title))
        column.addWidget(said)
        column.addWidget(form)
        for widget in more:
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        space = self._space
        space.selection.changed.connect(self.refresh)
        space.bridge.replaced.connect(self.refresh)
        space.bridge.changed.connect(self._on_changed)
        for signal in (
            space.hub.shown_changed,
            space.hub.objectives_ready,
            space.hub.blast_ready,
            space.themes.changed,
        ):
            signal.connect(self._refresh_figures)
        self.services.edited.connect(self._on_service_edited)
        self.requirements.edited.connect(self._on_requirement_edited)

    def _on_changed(self, change: Change) -> None:
        if change.tables or change.info:
            self.refresh()

    def _refresh_figures(self) -> None:
        selection, plan = self._space.selection, self._space.bridge.plan
        if self.currentIndex() != 1:
            return
        chosen = [key for key in plan.services if key in selection.services]
        single = plan.services[chosen[0]] if len(chosen) == 1 else None
        show_targets(self.services, self._space, single)
        if single is None:
            self._write_head(1, words.count(len(chosen), "service"), "group", "")
            return
        text = situation_text(self._space, single)
        self._write_head(1, single.title, f"kind-{single.kind}", text)

    def _write_head(self, page: int, title: str, icon: str, said: str) -> None:
        picture, name, text = self._heads[page - 1]
        drawn = icons.pixmap(icon, self._space.theme.muted, 22, self.devicePixelRatioF())
        picture.setPixmap(drawn)
        name.setText(title)
        text.setText(said)
        text.setVisible(bool(said))

    def _on_service_edited(self, name: str, value: object) -> None:
        plan, selection = self._space.bridge.plan, self._space.selection
        chosen = [key for key in plan.services if key in selection.services]
        label = _label(Service, name, [plan.services[key].title for key in chosen], "services")
        if name == "id":
            self._rename(chosen, str(value), label)
            return
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update_many(plan, "services", chosen, **{name: value})
        )
        if not done:
            self.refresh()

    def _rename(self, chosen: Sequence[str], new: str, label: str) -> None:
        if len(chosen) != 1:
            self._space.messages.notice("An ID belongs to one service; select a single one.")
            self.refresh()
            return
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.rename_id(plan, "services", chosen[0], new)
        )
        if done:
            self._space.selection.set([new])
        else:
            self.refresh()

    def _on_requirement_edited(self, name: str, value: object) -> None:
        plan, selection = self._space.bridge.plan, self._space.selection
        chosen = [key for key in plan.requirements if key in selection.requirements]
        names = [words.title(plan, plan.requirements[key].dependant) for key in chosen]
        label = _label(Requirement, name, names, "requirements")
        values = {name: value}
        if name == "providers" and len(chosen) == 1:
            values |= _needs_in_range(plan.requirements[chosen[0]], value)
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update_many(plan, "requirements", chosen, **values)
        )
        if not done:
            self.refresh()

    def _restore_folds(self) -> None:
        closed = self._space.settings.closed_groups
        for form in (self.services, self.requirements):
            for section in form.sections.values():
                section.set_folded(folded=section.title in closed)

    def sizeHint(self) -> QSize:
        return QSize(350, 500)


def _line(icon: QLabel, title: QLabel) -> QVBoxLayout:
    from PySide6.QtWidgets import QHBoxLayout

    row = QHBoxLayout()
    row.setSpacing(8)
    row.setContentsMargins(6, 0, 4, 0)
    row.addWidget(icon)
    row.addWidget(title, 1)
    column = QVBoxLayout()
    column.addLayout(row)
    return column


def _hint(text: str) -> QWidget:
    page = QWidget()
    page.setProperty("panel", "true")
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("muted", "true")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 20, 28, 20)
    column.addWidget(label)
    return page


def _current_first(services: list[Service], current: str | None) -> list[Service]:
    return sorted(services, key=lambda service: service.id != current)


def _needs_in_range(requirement: Requirement, providers: object) -> dict[str, object]:
    """Return the change of k that a shorter list of providers calls for."""
    count = len(providers) if isinstance(providers, tuple) else 0
    if requirement.needs is not None and requirement.needs > count:
        return {"needs": count}
    return {}


def _requirement_title(plan: Plan, chosen: list[Requirement]) -> str:
    if len(chosen) > 1:
        return words.count(len(chosen), "requirement")
    one = chosen[0]
    names = words.titles(plan, one.providers)
    some = f"{one.needed} of {len(one.providers)}: " if one.is_redundant else ""
    return f"{words.title(plan, one.dependant)} needs {some}{names}"


def _label(record: type[object], field: str, names: list[str], many: str) -> str:
    what = fields_of(record)[field].about.label
    return f"Set {what} of {names[0] if len(names) == 1 else f'{len(names)} {many}'}"
