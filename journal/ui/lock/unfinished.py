"""The questionnaire that was being answered: its answers are in the journal, its page is not."""

from journal.domain.repository import OpenJournal
from journal.ui.main_window import MainWindow


def unfinished_questionnaire(journal: OpenJournal, window: MainWindow) -> str:
    """The key of the one that is asked on the page in front; empty where there is none."""
    if window.current != "questionnaires":
        return ""
    view = getattr(window.page("questionnaires"), "asking", None)
    if view is None:
        return ""
    kept = (response for response in journal.responses.between() if response.id == view.asking.id)
    is_finished = any(response.finished for response in kept)
    return "" if is_finished else str(view.asking.questionnaire.key)
