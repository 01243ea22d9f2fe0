"""The painter of the drawing: one for the screen, for pictures and for paper.

Cost decides how: at 10,000 services a frame has ten milliseconds. Lines are mixed with the
background, not blended; smooth only when few are seen; at most 2,000 while the picture moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from bcp_planner.domain.plan import Plan
from ui.canvas import bulk, cards, links
from ui.canvas.camera import Camera
from ui.canvas.cards import CardPictures, Detail, Face, detail
from ui.canvas.colours import kind_block, mix
from ui.canvas.links import Stroke
from ui.canvas.notes import paint_notes
from ui.canvas.routes import Routes
from ui.canvas.scene import Group, Ints, Scene
from ui.canvas.states import Moment, Status, look
from ui.canvas.statuses import Statuses
from ui.language import tr
from ui.plain_text import brief
from ui.theme import Theme

GRID = 24.0
"""Distance of the points of the grid that cards snap to, in canvas units."""


@dataclass(slots=True)
class Paint:
    """What the painter needs to know besides where things are.

    Attributes:
        plan: For names, targets and requirements.
        theme: Colours.
        moment: What a scenario does; None when none is chosen.
        moving: Draw less, the next frame follows soon.
        hidden: Items that something else draws (they are being dragged).
        pictures: Kept card pictures; None draws cards as vectors, for paper.
        ratio: Device pixels a pixel.
        notes: Whether services stand where the plan has them, and so notes do too.
        summary: What a collapsed group says below its title.
        statuses: The status of each item at the moment, kept from frame to frame.
        rto_met: Whether a service is back within its RTO; None where that is not known.
    """

    plan: Plan
    theme: Theme
    moment: Moment | None = None
    moving: bool = False
    hidden: frozenset[int] = frozenset()
    pictures: CardPictures | None = None
    ratio: float = 1.0
    notes: bool = True
    summary: Callable[[Group], str] = lambda group: tr(
        "{members} services", members=len(group.members)
    )
    statuses: Statuses = field(default_factory=Statuses)
    rto_met: Callable[[str], bool | None] = lambda service: None

    def status(self, scene: Scene, item: int) -> Status:
        """Return the status of an item; of a group the worst of its members."""
        if self.moment is None:
            return Status.NONE
        return Status(int(self.statuses.of(scene, self.moment)[item]))

    def face(self, scene: Scene, item: int, *, full: bool) -> Face:
        """Return what is on an item's card."""
        status = self.status(scene, item)
        group = scene.groups.get(item)
        if group is not None:
            return Face(group, status, summary=self.summary(group), full=full)
        name = scene.ids[item]
        part = self.moment.progress.get(name, 0.0) if self.moment else 0.0
        met = self.rto_met(name) if full else None
        return Face(self.plan.services[name], status, round(part * 100), full=full, rto_met=met)


def paint(
    painter: QPainter, scene: Scene, routes: Routes, camera: Camera, size: QSizeF, how: Paint
) -> None:
    """Paint everything that a widget of this size shows."""
    view = camera.visible(size)
    level = detail(camera.scale)
    _paint_grid(painter, camera, size, how)
    _paint_frames(painter, scene, camera, how)
    if how.notes:
        paint_notes(painter, how.plan, camera, size, how.theme)
    visible = items_in_view(scene, view)
    visible = visible[~np.isin(visible, list(how.hidden))] if how.hidden else visible
    lines = lines_in_view(scene, view, camera.scale, how)
    paint_lines(painter, scene, routes, lines, camera, how)
    if level <= Detail.BLOCKS:
        paint_blocks(painter, scene, visible, camera, how)
    else:
        paint_cards(painter, scene, visible, camera, how)


def items_in_view(scene: Scene, view: QRectF) -> Ints:
    """Return the items that touch a part of the drawing."""
    if not len(scene.xy):
        return np.zeros(0, dtype=np.int64)
    across = abs(scene.xy[:, 0] - view.center().x()) < scene.half[:, 0] + (
        view.width() / 2 + cards.MARGIN
    )
    down = abs(scene.xy[:, 1] - view.center().y()) < scene.half[:, 1] + (
        view.height() / 2 + cards.MARGIN
    )
    return np.flatnonzero(across & down)


def lines_in_view(scene: Scene, view: QRectF, scale: float, how: Paint) -> Ints:
    """Return the lines to paint, fewer while the picture moves."""
    lines = links.in_view(scene, view, both_out=True)
    if lines.size > links.PASSING and detail(scale) >= Detail.CARDS:
        lines = links.in_view(scene, view, both_out=False)
    if how.hidden:
        mine = np.zeros(len(scene.ids) + 1, dtype=bool)
        mine[list(how.hidden)] = True
        lower = scene.lower[lines]
        lines = lines[~(mine[scene.upper[lines]] | (mine[lower] & (lower >= 0)))]
    if how.moving and lines.size > links.MOVING:
        lines = lines[:: -(-lines.size // links.MOVING)]
    return lines


def paint_lines(
    painter: QPainter, scene: Scene, routes: Routes, lines: Ints, camera: Camera, how: Paint
) -> None:
    """Paint lines, those that a scenario breaks in its colours, then labels and junctions."""
    level = detail(camera.scale)
    few = lines.size <= links.CURVED or (how.pictures is None and lines.size <= links.ON_PAPER)
    curved = few and camera.scale >= links.CURVES_FROM
    lost = lost_lines(scene, lines, how)
    whole = np.setdiff1d(lines, np.concatenate([*lost.values(), np.zeros(0, dtype=np.int64)]))
    if curved:
        links.paint_curves(painter, routes, whole, camera, None, how.theme)
    else:
        links.paint_bulk(painter, scene, whole, camera, how.theme, moving=how.moving)
        if level >= Detail.CARDS and not how.moving:
            links.paint_arrows(painter, scene, whole, camera, how.theme)
    for status, chosen in lost.items():
        stroke = Stroke(look(status, how.theme).ink, 2.2)
        if curved:
            links.paint_curves(painter, routes, chosen, camera, stroke, how.theme)
        else:
            painter.setPen(QPen(mix(stroke.colour, how.theme.canvas, 0.75), 1.2))
            bulk.draw_lines(painter, links.on_screen(scene.ends[chosen], camera))
    if camera.scale >= links.CURVES_FROM:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for badge in np.unique(scene.junction[lines][scene.junction[lines] >= 0]).tolist():
            paint_badge(painter, scene, badge, camera, how)
    if curved and level is Detail.FULL and lines.size <= links.LABELLED:
        paint_labels(painter, scene, routes, lines, camera, how)


def paint_badge(
    painter: QPainter,
    scene: Scene,
    badge: int,
    camera: Camera,
    how: Paint,
    colour: QColor | None = None,
) -> None:
    """Paint one junction."""
    requirement = how.plan.requirements.get(scene.badges[badge])
    if requirement is not None:
        rect = links.badge_rect(scene, badge, camera)
        links.paint_badge(painter, rect, requirement, how.theme, colour)


def paint_labels(
    painter: QPainter, scene: Scene, routes: Routes, lines: Ints, camera: Camera, how: Paint
) -> None:
    """Paint what is special about requirements, where it covers nothing: at lines, at junctions."""
    shown = np.unique(scene.junction[lines][scene.junction[lines] >= 0]).tolist()
    taken = [links.badge_rect(scene, badge, camera) for badge in shown]
    for line in lines.tolist():
        if scene.junction[line] >= 0 and scene.lower[line] >= 0:
            continue  # said once, at the junction
        requirement = how.plan.requirements.get(scene.requirements[line])
        text = links.label_of(requirement) if requirement else ""
        if not text:
            continue
        rect = links.label_size(text, camera)
        if scene.junction[line] >= 0:
            badge = links.badge_rect(scene, int(scene.junction[line]), camera)
            rect.moveCenter(badge.center())
            rect.moveLeft(badge.right() + 4)
        else:
            rect = links.free_place(rect, routes.of(line), camera, taken)
        taken.append(rect)
        links.paint_label(painter, rect, text, camera, how.theme)


def lost_lines(scene: Scene, lines: Ints, how: Paint) -> dict[Status, Ints]:
    """Return the lines whose loss takes something down or degrades it, by what it does."""
    if how.moment is None or not how.moment.lost or not lines.size:
        return {}
    found: dict[Status, list[int]] = {Status.DEGRADED: [], Status.DOWN: []}
    keys = {key for key, _ in how.moment.lost}
    for line in lines.tolist():
        name, lower = scene.requirements[line], int(scene.lower[line])
        if name in keys and (lower < 0 or (name, scene.ids[lower]) in how.moment.lost):
            status = how.status(scene, int(scene.upper[line]))
            if status in found:
                found[status].append(line)
    return {key: np.array(value, dtype=np.int64) for key, value in found.items() if value}


def paint_blocks(painter: QPainter, scene: Scene, items: Ints, camera: Camera, how: Paint) -> None:
    """Paint items as plain blocks in the colour of their kind, or of their state."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    corner = (camera.left, camera.top)
    size = np.maximum(scene.half[items] * 2 * camera.scale, 1.5)
    place = (scene.xy[items] - scene.half[items] - corner) * camera.scale
    rects = np.hstack((place, size))
    status = np.zeros(items.size, dtype=np.int64)
    if how.moment is not None:
        status = how.statuses.of(scene, how.moment)[items]
    for kind in np.unique(scene.kind[items]).tolist():
        chosen = (scene.kind[items] == kind) & (status <= Status.UP)
        colour = kind_block(kind, how.theme)
        faded = mix(colour, how.theme.canvas, 0.35)
        bulk.draw_rects(painter, rects[chosen], colour if how.moment is None else faded)
    for number in np.unique(status[status > Status.UP]).tolist():
        colours = look(Status(number), how.theme)
        chosen = rects[status == number]
        bulk.draw_rects(painter, chosen, mix(colours.ink, how.theme.canvas, 0.85))
        _draw_crosses(painter, chosen, Status(number), how.theme.canvas)


def _draw_crosses(painter: QPainter, rects: np.ndarray, status: Status, colour: QColor) -> None:
    """Draw a cross for down, one stroke for degraded: blocks too tell states without colour."""
    if (
        not len(rects)
        or rects[0, 3] < 7
        or status
        not in (
            Status.DOWN,
            Status.FAILED,
            Status.DEGRADED,
        )
    ):
        return
    painter.setPen(QPen(colour, 0))
    left, top = rects[:, 0] + rects[:, 2] * 0.3, rects[:, 1] + 1
    right, bottom = rects[:, 0] + rects[:, 2] * 0.7, rects[:, 1] + rects[:, 3] - 1
    bulk.draw_lines(painter, np.column_stack((left, bottom, right, top)))
    if status is not Status.DEGRADED:
        bulk.draw_lines(painter, np.column_stack((left, top, right, bottom)))


def paint_cards(painter: QPainter, scene: Scene, items: Ints, camera: Camera, how: Paint) -> None:
    """Paint items as cards: from kept pictures on screen, as vectors on paper."""
    full = detail(camera.scale) is Detail.FULL
    smooth = not how.moving or items.size < 120
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=smooth)
    for item in items.tolist():
        face = how.face(scene, item, full=full)
        x, y = scene.xy[item].tolist()
        at = camera.to_screen(QPointF(x, y))
        if how.pictures is None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            painter.translate(at)
            painter.scale(camera.scale, camera.scale)
            cards.draw(painter, face, how.theme)
            painter.restore()
        else:
            _blit(painter, scene.ids[item], face, at, camera, how)


def _blit(
    painter: QPainter, item_id: str, face: Face, at: QPointF, camera: Camera, how: Paint
) -> None:
    assert how.pictures is not None  # noqa: S101 - the caller looked
    picture = how.pictures.picture(
        item_id, face, camera.scale, how.ratio, how.theme, exact=not how.moving
    )
    half_w, half_h = cards.half_size(face)
    wanted = max(1, round(2 * half_w * camera.scale * how.ratio))
    if picture.width() == wanted:
        left = round(at.x() * how.ratio - picture.width() / 2) / how.ratio
        top = round(at.y() * how.ratio - picture.height() / 2) / how.ratio
        painter.drawPixmap(QPointF(left, top), picture)
        return
    size = QSizeF(2 * half_w * camera.scale, 2 * half_h * camera.scale)
    target = QRectF(at - QPointF(size.width() / 2, size.height() / 2), size)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))


def _paint_grid(painter: QPainter, camera: Camera, size: QSizeF, how: Paint) -> None:
    """Paint the background with the points of the grid, as far as they can be told apart."""
    if how.pictures is None:
        return
    painter.fillRect(QRectF(QPointF(0, 0), size), how.theme.canvas)
    step = GRID * camera.scale
    if step < 14:
        return
    across = np.arange(-(camera.left * camera.scale) % step, size.width(), step)
    down = np.arange(-(camera.top * camera.scale) % step, size.height(), step)
    points = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    rects = np.hstack((np.round(points), np.full_like(points, 1.0 if how.ratio < 1.5 else 1.2)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    bulk.draw_rects(painter, rects, mix(how.theme.line_soft, how.theme.canvas, 0.3))


def _paint_frames(painter: QPainter, scene: Scene, camera: Camera, how: Paint) -> None:
    """Paint the frames of open groups behind everything, with their titles."""
    for group, rect in frame_rects(scene).items():
        seen = camera.rect_to_screen(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(QPen(mix(how.theme.border_strong, how.theme.canvas, 0.5), 1))
        painter.setBrush(mix(how.theme.sunken, how.theme.canvas, 0.5))
        radius = max(2.0, 12 * camera.scale)
        painter.drawRoundedRect(seen, radius, radius)
        _paint_frame_title(painter, seen, _group_title(scene, group), camera, how)


def _paint_frame_title(
    painter: QPainter, seen: QRectF, title: str, camera: Camera, how: Paint
) -> None:
    size = min(26.0, max(11.0, 18 * camera.scale))
    font = links.small_font(size, bold=True)
    text = QFontMetricsF(font).elidedText(
        brief(title), Qt.TextElideMode.ElideRight, seen.width() - 12
    )
    painter.setFont(font)
    painter.setPen(how.theme.muted)
    at = seen.topLeft() + QPointF(10 * min(1.0, camera.scale * 1.5), size * 1.25)
    painter.drawText(at, text)


def _group_title(scene: Scene, group_id: str) -> str:
    return next(group.title for group in scene.frames if group.id == group_id)


def frame_rects(scene: Scene) -> Mapping[str, QRectF]:
    """Return the frame of every open group that has something drawn, by group id."""
    rects: dict[str, QRectF] = {}
    for group in scene.frames:
        items = [scene.index[member] for member in group.members if member in scene.index]
        if items:
            rects[group.id] = scene.bounds(items).adjusted(-22, -46, 22, 22)
    return rects
