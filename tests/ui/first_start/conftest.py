from tests.ui.medicines.conftest import FixedClock, clock, closed_editor, editor

__all__ = ["FixedClock", "clock", "closed_editor", "editor"]
