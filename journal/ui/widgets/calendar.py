"""A calendar in the house's looks: no red days, no week numbers, arrows that show in the dark."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from journal.i18n import _


def plain_calendar(name: str) -> QCalendarWidget:
    """A calendar that a screen reader calls `name`."""
    calendar = QCalendarWidget()
    calendar.setAccessibleName(name)
    calendar.setMinimumSize(400, 260)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    _draw_arrow(calendar, "qt_calendar_prevmonth", "‹", _("Previous month"))
    _draw_arrow(calendar, "qt_calendar_nextmonth", "›", _("Next month"))
    return calendar


def _draw_arrow(calendar: QCalendarWidget, button_name: str, text: str, name: str) -> None:
    for button in calendar.findChildren(QToolButton, button_name):
        button.setIcon(QIcon())
        button.setText(text)
        button.setAccessibleName(name)
