"""What a summary contains and what it leaves out, in one sentence, from its own numbers."""

from collections.abc import Iterator

from journal.domain.summary import Summary
from journal.i18n import _
from journal.wording import scale_name


def contents_sentence(summary: Summary, *, safety: bool) -> str:
    """What the page prints of the person, and what it does not; without `safety` it says so."""
    contained = [*_of_the_person(summary), *_of_the_period(summary, safety=safety)]
    sentences = []
    if summary.is_empty:
        sentences.append(_("Nothing is written down for this period; the page says so."))
    if contained:
        sentences.append(_("Contains: {things}.").format(things=", ".join(contained)))
    sentences.append(_("Not: {things}.").format(things=", ".join(_left_out(summary))))
    if not safety and not summary.is_empty:
        sentences.append(_("Safety is left out; the page says so."))
    return " ".join(sentences)


def _of_the_person(summary: Summary) -> Iterator[str]:
    if summary.patient_name:
        yield _("your name")
    if summary.birth_date:
        yield _("birth date")


def _of_the_period(summary: Summary, *, safety: bool) -> Iterator[str]:
    if not summary.timeline.is_empty:
        yield _("daily scores ({scale})").format(scale=scale_name(summary.timeline.scale))
    if summary.sessions:
        yield _("ketamine sessions")
    if any(not each.example.treatment.is_ketamine for each in summary.treatments):
        yield _("other treatments")
    if summary.next_planned is not None:
        yield _("your next session")
    if not summary.is_empty:
        yield _("side effects")
    if safety:
        yield from _of_safety(summary)
    if summary.timeline.medicines:
        yield _("changes of medicines")


def _of_safety(summary: Summary) -> Iterator[str]:
    """What a person may want to know is on the page before anybody else reads it."""
    if not summary.is_empty:
        yield _("safety answers")
    if summary.safety.self_harm or summary.safety.thoughts:
        yield _("answers about self-harm")
    if summary.safety.pressure.measured:
        yield _("blood pressure")


def _left_out(summary: Summary) -> Iterator[str]:
    if not summary.patient_name:
        yield _("your name")
    yield from (_("other scales"), _("notes"), _("questionnaire totals"))
