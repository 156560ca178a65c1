"""A form's fields are named, explained, and tell their errors where they are."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.widgets.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    return form


def shown_texts(form: Form) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisibleTo(form)]


def test_a_field_has_label_buddy_name_unit_and_description(form: Form) -> None:
    weight = QLineEdit()

    form.add("weight", "Body weight", weight, unit="kg", description="As of today.")

    caption = next(c for c in form.findChildren(QLabel) if c.text() == "Body weight")
    assert caption.buddy() is weight
    assert weight.accessibleName() == "Body weight"
    assert weight.accessibleDescription() == "In kg. As of today."
    assert {"Body weight", "kg", "As of today."} <= set(shown_texts(form))


def test_an_error_stands_at_its_field_and_is_told_to_a_screen_reader(form: Form) -> None:
    weight = QLineEdit()
    form.add("weight", "Body weight", weight, unit="kg")

    form.show_error("weight", "The body weight is a number.")

    assert "The body weight is a number." in shown_texts(form)
    assert weight.accessibleDescription() == "The body weight is a number. In kg."
    assert form.error("weight") == "The body weight is a number."


def test_errors_go_when_they_are_cleared(form: Form) -> None:
    weight = QLineEdit()
    form.add("weight", "Body weight", weight, description="As of today.")
    form.show_error("weight", "The body weight is a number.")

    form.clear_errors()

    assert "The body weight is a number." not in shown_texts(form)
    assert weight.accessibleDescription() == "As of today."


def test_the_label_of_several_inputs_belongs_to_the_focus_proxy(form: Form) -> None:
    dose = QWidget()
    amount = QLineEdit()
    QHBoxLayout(dose).addWidget(amount)
    dose.setFocusProxy(amount)

    form.add("dose", "Dose", dose)

    assert amount.accessibleName() == "Dose"


def test_a_check_box_keeps_the_name_it_shows(form: Form) -> None:
    none = QCheckBox("No side effects")

    form.add("none", "", none)

    accessible = QAccessible.queryAccessibleInterface(none)
    assert accessible.text(QAccessible.Text.Name) == "No side effects"


def test_a_field_can_be_put_aside_with_its_label(form: Form) -> None:
    form.add("name", "Name", QLineEdit())

    form.show_field("name", False)

    assert shown_texts(form) == []


def test_an_unknown_field_is_a_defect_of_the_program(form: Form) -> None:
    with pytest.raises(KeyError):
        form.show_error("nowhere", "Something.")
