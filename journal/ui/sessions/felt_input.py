"""How a session felt, in plain words: one row from 0 to 10 each, all of them optional."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.session import FEELING_ENDS, Feeling
from journal.i18n import _
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.score_input import ScoreInput
from journal.wording.inside import inside
from journal.wording.treatment import feeling_ends, feeling_name


class FeltInput(QWidget):
    """Nothing is rated until the person rates it; Delete takes a rating back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[Feeling, int] = {}
        self.scores: dict[Feeling, ScoreInput] = {}
        rows = column(self, spacing=4)
        rows.addWidget(
            label(_("{ends}. Leave out what you like.").format(ends=feeling_ends()), "small")
        )
        low, high = FEELING_ENDS
        for feeling in Feeling:
            name = feeling_name(feeling)
            score = ScoreInput(name, feeling_ends(), range(low, high + 1))
            score.rated.connect(lambda value, _typed, f=feeling: self._rate(f, value))
            score.cleared.connect(lambda f=feeling: self._rate(f, None))
            self.scores[feeling] = score
            rows.addWidget(label(name))
            rows.addWidget(score)
            rows.addSpacing(4)

    def _rate(self, feeling: Feeling, value: int | None) -> None:
        if value is None:
            self._values.pop(feeling, None)
        else:
            self._values[feeling] = value
        self.scores[feeling].show_value(value)
        self.changed.emit()

    def show_felt(self, felt: tuple[tuple[Feeling, int], ...]) -> None:
        """Show ratings as they were entered."""
        self._values = dict(felt)
        for feeling, score in self.scores.items():
            score.show_value(self._values.get(feeling))

    def felt(self) -> tuple[tuple[Feeling, int], ...]:
        """The ratings, what is being typed included."""
        for score in self.scores.values():
            score.row.commit_typed(go_on=False)
        return tuple((each, self._values[each]) for each in Feeling if each in self._values)

    def told(self) -> str:
        """The ratings in a few words."""
        return ", ".join(
            f"{inside(feeling_name(each))} {self._values[each]}"
            for each in Feeling
            if each in self._values
        )
