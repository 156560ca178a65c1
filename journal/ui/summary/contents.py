"""What a summary contains and what it leaves out, in one sentence, from its own numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from journal.domain.summary import Summary
from journal.i18n import _, format_number, ngettext
from journal.report.content import part_title
from journal.report.notes_section import chosen_notes
from journal.report.parts import Choices, NameForm, PagePart
from journal.ui.summary.contents_part import FOLLOWING
from journal.wording import scale_name

_NUMBERS_OF_SESSIONS = (PagePart.TREATMENT, PagePart.SESSIONS, PagePart.OVER_TIME)


def contents_sentence(summary: Summary, choices: Choices, *, attach_data: bool) -> str:
    """What the page prints of the person, and what it does not; what goes along is named too."""
    contents = _Contents(summary, choices)
    contained = [*contents.of_the_person(), *contents.of_the_period()]
    if attach_data:
        contained.append(_("the records as data"))
    sentences = []
    if summary.is_empty:
        sentences.append(_("Nothing is written down for this period; the page says so."))
    if contained:
        sentences.append(_("Contains: {things}.").format(things=", ".join(contained)))
    left_out = list(contents.left_out(attach_data=attach_data))
    if left_out:
        sentences.append(_("Not: {things}.").format(things=", ".join(left_out)))
    if not choices.safety and not summary.is_empty:
        sentences.append(_("Safety is left out; the page says so."))
    return " ".join(sentences)


def chosen_count(summary: Summary, choices: Choices) -> int:
    """How many notes go along."""
    return 0 if choices.first_page_only else len(chosen_notes(summary, choices.notes))


@dataclass(frozen=True, slots=True)
class _Contents:
    """One page's numbers and choices, asked for everything a person may not want to share."""

    summary: Summary
    choices: Choices

    def has(self, *parts: PagePart) -> bool:
        """Whether one of these parts is on the page."""
        left_out = set(self.choices.left_out)
        if self.choices.first_page_only:
            left_out |= set(FOLLOWING)
        return not left_out.issuperset(parts)

    def of_the_person(self) -> Iterator[str]:
        summary, form = self.summary, self.choices.name
        if summary.patient_name and form is not NameForm.NONE:
            yield _("your name") if form is NameForm.FULL else _("your initials")
        if summary.birth_date:
            yield _("birth date")
        if summary.record_number:
            yield _("record number")
        if summary.treated_for:
            yield _("what is treated")
        if summary.clinic_should_know:
            yield _("what your clinic should know")
        if any(text.strip() for text in _lines(self.choices)):
            yield _("your lines for this appointment")

    def of_the_period(self) -> Iterator[str]:
        if self.summary.is_empty:
            return
        yield from self._of_safety()
        yield from self._of_treatment()
        yield from self._of_scores()
        yield from self._of_words()

    def _of_safety(self) -> Iterator[str]:
        """What a person may want to know is on the page before anybody else reads it."""
        safety, shown = self.summary.safety, self.choices.safety
        asked = any(e.safety is not None for m in self.summary.measures for e in m.entries)
        answered = asked and self.has(PagePart.ANSWERS)
        if shown and (safety.self_harm or safety.thoughts or answered):
            yield _("answers about self-harm")
        if shown:
            yield _("safety answers")
        if safety.pressure.measured and (shown or self.has(PagePart.SESSIONS)):
            yield _("blood pressure")

    def _of_treatment(self) -> Iterator[str]:
        summary = self.summary
        if summary.sessions and self.has(*_NUMBERS_OF_SESSIONS):
            yield _("ketamine sessions")
        others = any(not each.example.treatment.is_ketamine for each in summary.treatments)
        if others and self.has(PagePart.TREATMENT, PagePart.DAYS):
            yield _("other treatments")
        if self.has(PagePart.SIDE_EFFECTS, PagePart.SESSIONS, PagePart.DAYS):
            yield _("side effects")
        if self.has(PagePart.MEDICINES):
            yield _("medicines and sleep")
        elif summary.timeline.medicines and self.has(PagePart.OVER_TIME):
            yield _("changes of medicines")

    def _of_scores(self) -> Iterator[str]:
        timeline = self.summary.timeline
        of_one_scale = (PagePart.COURSE, PagePart.OVER_TIME, PagePart.AROUND)
        if not timeline.is_empty and self.has(*of_one_scale):
            yield _("daily scores ({scale})").format(scale=scale_name(timeline.scale))
        if any(measure.entries for measure in self.summary.measures):
            if self.has(PagePart.ANSWERS):
                yield _("questionnaires with every answer")
            elif self.has(PagePart.COURSE, PagePart.OVER_TIME):
                yield _("questionnaire totals")
        if self.summary.days.days and self.has(PagePart.DAYS):
            yield _("every day")

    def _of_words(self) -> Iterator[str]:
        if count := chosen_count(self.summary, self.choices):
            yield ngettext("{count} note", "{count} notes", count).format(
                count=format_number(count)
            )

    def left_out(self, *, attach_data: bool) -> Iterator[str]:
        if not self.summary.patient_name or self.choices.name is not NameForm.FULL:
            yield _("your name")
        if not self.summary.is_empty:
            for part in PagePart:
                if not self.has(part):
                    yield part_title(part)
        yield from self._notes_left_out()
        if not attach_data:
            yield _("attached data")

    def _notes_left_out(self) -> Iterator[str]:
        chosen = chosen_count(self.summary, self.choices)
        if not chosen:
            yield _("notes")
        elif chosen < len(self.summary.notes):
            yield _("other notes")


def _lines(choices: Choices) -> tuple[str, str, str]:
    return choices.lines.to_ask, choices.lines.changed, choices.lines.noticed
