"""The Tab key goes the way the eye goes: along the layouts, however late something was added."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def tab_as_seen(window: QWidget, *, forward: bool) -> bool:
    """Put the keyboard on what comes next in a window, and scroll there; False where nothing does.

    Worked out at the press of the key: nothing has to tell of rows that come and go.
    """
    seen = list(_as_seen(window))
    here = next((seen.index(each) for each in _outwards(window.focusWidget()) if each in seen), 0)
    ahead = (*seen[here + 1 :], *seen[:here])
    following = next(filter(_is_stop, ahead if forward else reversed(ahead)), None)
    if following is None:
        return False
    reason = Qt.FocusReason
    following.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    _bring_into_sight(following)
    return True


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _outwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _as_seen(widget: QWidget) -> Iterator[QWidget]:
    """What is shown, line by line; what no layout places follows in the order of its adding."""
    yield widget
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    others = (each for each in widget.children() if isinstance(each, QWidget))
    for child in (*placed, *(each for each in others if each not in placed)):
        if not child.isHidden() and not child.isWindow():
            yield from _as_seen(child)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for item in (layout.itemAt(index) for index in _line_by_line(layout)):
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _line_by_line(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda index: tuple(layout.getItemPosition(index))[:2])  # type: ignore[arg-type]  # gives a tuple
    return places


def _bring_into_sight(widget: QWidget) -> None:
    for around in _outwards(widget.parentWidget()):
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
