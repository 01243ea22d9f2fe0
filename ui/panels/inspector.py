"""Everything about what is selected, to be edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.change import Change
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import Plan
from ui import icons, words
from ui.forms.form import RecordForm
from ui.forms.impacts import ImpactsEditor
from ui.language import mark, mark_count, shown, tr
from ui.panels.learnt import Learnt
from ui.panels.relations import Relations
from ui.panels.service_facts import show_targets, situation_text
from ui.plain_text import brief
from ui.sizing import scaled
from ui.workspace import Workspace

_NARROWEST = 374
"""Pixels that targets with what is required and achieved beside them need."""
_SHARE = 0.36
"""Of the screen's width, which it takes at most with large letters."""


def _narrowest(widget: QWidget) -> int:
    room = round(widget.screen().availableSize().width() * _SHARE)
    return max(_NARROWEST, min(scaled(widget, _NARROWEST), room))


_NOTHING = mark(
    "Select a service or a requirement to see and edit everything about it.\n\n"
    "Several selected services are edited together."
)


class Page(QScrollArea):
    """A form under a heading that says what is edited."""

    def __init__(self, space: Workspace, form: RecordForm, *more: QWidget) -> None:
        super().__init__()
        self.space, self.form = space, form
        self._icon, self._title, self._said = QLabel(), QLabel(), QLabel()
        self._title.setFont(space.theme.font(2, bold=True))
        self._title.setWordWrap(True)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.RichText)
        self._said.setProperty("rich", "true")
        self._said.setContentsMargins(8, 0, 8, 4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(6, 0, 4, 0)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        page = QWidget()
        page.setProperty("panel", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._said, form, *more):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(page)
        for section in form.sections.values():
            section.set_folded(folded=section.title in space.settings.closed_groups)
            section.folded.connect(self._remember_fold)

    def write_head(self, title: str, icon: str, said: str = "") -> None:
        """Say what is edited; `said` is rich text below the title."""
        drawn = icons.pixmap(icon, self.space.theme.muted, 22, self.devicePixelRatioF())
        self._icon.setPixmap(drawn)
        self._title.setText(brief(title))
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def edit(self, label: str, change: Callable[[Plan], Plan]) -> None:
        """Change the plan, or show again what it holds when that is refused."""
        if not self.space.bridge.try_edit(label, change):
            self.refresh()

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        raise NotImplementedError

    def _remember_fold(self, title: str, folded: bool) -> None:
        closed = self.space.settings.closed_groups
        changed = closed | {title} if folded else closed - {title}
        self.space.settings.closed_groups = changed


class ServicePage(Page):
    """The selected services."""

    def __init__(self, space: Workspace) -> None:
        form = RecordForm(Service, space, asides={"Targets": (tr("Required"), tr("Achieved"))})
        self.relations, self.learnt = Relations(space), Learnt(space)
        super().__init__(space, form, self.relations, self.learnt)
        form.edited.connect(self._on_edited)
        impacts = form.editors["impacts"]
        if isinstance(impacts, ImpactsEditor):
            impacts.mtpd_wanted.connect(lambda value: self._on_edited("mtpd", value))

    @property
    def _chosen(self) -> list[Service]:
        services, current = self.space.bridge.plan.services, self.space.selection.current
        wanted = self.space.selection.services
        if len(wanted) == 1:
            return [services[key] for key in wanted if key in services]
        chosen = [service for key, service in services.items() if key in wanted]
        return sorted(chosen, key=lambda service: service.id != current)

    def refresh(self) -> None:
        services = self._chosen
        self.form.show_records(services)
        self.form.set_read_only(read_only=self.space.bridge.read_only)
        single = services[0] if len(services) == 1 else None
        self.relations.show_service(single)
        self.learnt.show_service(single)
        self.refresh_figures()

    def refresh_figures(self) -> None:
        """Show what the analysis says now."""
        services = self._chosen
        single = services[0] if len(services) == 1 else None
        show_targets(self.form, self.space, single)
        if single is None:
            self.write_head(words.count(len(services), "service"), "group")
        else:
            kind, text = f"kind-{single.kind}", situation_text(self.space, single)
            self.write_head(single.title, kind, text)

    def _on_edited(self, name: str, value: object) -> None:
        ids = [service.id for service in self._chosen]
        label = _label(
            Service, name, [service.title for service in self._chosen], "service", "services"
        )
        if name == "id":
            self._rename(ids, str(value), label)
        else:
            self.edit(label, lambda plan: edits.update_many(plan, "services", ids, **{name: value}))

    def _rename(self, ids: Sequence[str], new: str, label: str) -> None:
        if len(ids) != 1:
            self.space.messages.notice(tr("An ID belongs to one service; select a single one."))
            self.refresh()
            return
        self.edit(label, lambda plan: edits.rename_id(plan, "services", ids[0], new))
        if new in self.space.bridge.plan.services:
            self.space.selection.set([new])


class RequirementPage(Page):
    """The selected requirements."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space, RecordForm(Requirement, space, skip=("id",)))
        self.form.edited.connect(self._on_edited)

    @property
    def _chosen(self) -> list[Requirement]:
        wanted = self.space.selection.requirements
        return [r for key, r in self.space.bridge.plan.requirements.items() if key in wanted]

    def refresh(self) -> None:
        chosen = self._chosen
        self.form.show_records(chosen)
        self.form.set_read_only(read_only=self.space.bridge.read_only)
        self.write_head(_requirement_title(self.space.bridge.plan, chosen), "link")

    def _on_edited(self, name: str, value: object) -> None:
        plan, chosen = self.space.bridge.plan, self._chosen
        names = [words.title(plan, requirement.dependant) for requirement in chosen]
        values = {name: value}
        if name == "providers" and len(chosen) == 1:
            values |= _needs_in_range(chosen[0], value)
        ids = [requirement.id for requirement in chosen]
        self.edit(
            _label(Requirement, name, names, "requirement", "requirements"),
            lambda plan: edits.update_many(plan, "requirements", ids, **values),
        )


class Inspector(QStackedWidget):
    """Pages for services, for requirements, and for nothing selected; made when first needed."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setProperty("panel", "true")
        self.setMinimumWidth(_narrowest(self))
        self.nothing = _hint(shown(_NOTHING))
        self.addWidget(self.nothing)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    @cached_property
    def services(self) -> ServicePage:
        """The page for services."""
        page = ServicePage(self._space)
        self.addWidget(page)
        return page

    @cached_property
    def requirements(self) -> RequirementPage:
        """The page for requirements."""
        page = RequirementPage(self._space)
        self.addWidget(page)
        return page

    def prepare(self) -> None:
        """Make the pages before they are needed, while nobody waits."""
        for page in (self.services, self.requirements):
            page.ensurePolished()

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        self._soon.stop()
        selection = self._space.selection
        page: QWidget = self.nothing
        if selection.services or selection.requirements:
            shown = self.services if selection.services else self.requirements
            shown.refresh()
            page = shown
        self.setCurrentWidget(page)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field of the selected service (or requirement)."""
        page = self.currentWidget()
        if isinstance(page, Page):
            form = page.form
            form.focus_field(name if name in form.editors else next(iter(form.editors)))

    # ------------------------------------------------------------------------------- inside

    def _connect(self) -> None:
        space = self._space
        space.selection.changed.connect(self.refresh)
        space.bridge.replaced.connect(self.refresh)
        space.bridge.changed.connect(self._on_changed)
        for signal in (
            space.hub.shown_changed,
            space.hub.recovery_ready,
            space.hub.objectives_ready,
            space.hub.blast_ready,
            space.themes.changed,
        ):
            signal.connect(self._refresh_figures)

    def _on_changed(self, change: Change) -> None:
        """Show at once what is edited itself; when others are, what is said of them follows."""
        chosen = self._space.selection
        own = change.touched("services") & chosen.services
        own |= change.touched("requirements") & chosen.requirements
        if own or not change.tables.keys() <= {"services", "requirements"}:
            self.refresh()
        else:
            self._soon.start()

    def _refresh_figures(self) -> None:
        page = self.currentWidget()
        if isinstance(page, ServicePage):
            page.refresh_figures()

    def sizeHint(self) -> QSize:
        return QSize(350, 500)


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
    some = (
        tr("{needed} of {providers}: ", needed=one.needed, providers=len(one.providers))
        if one.is_redundant
        else ""
    )
    return tr(
        "{dependant} needs {some}{names}",
        dependant=words.title(plan, one.dependant),
        some=some,
        names=names,
    )


def _label(record: type[object], field: str, names: list[str], one: str, many: str) -> str:
    what = fields_of(record)[field].about.label
    value = names[0] if len(names) == 1 else mark_count(len(names), one, many)
    return mark("Set {label} of {title}", label=what, title=value)
