"""What a summary contains and what it leaves out, in one sentence, from its own numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.domain.checkin import Scale
from journal.domain.course_measures import Measure, unscored_answers
from journal.domain.summary import Summary
from journal.i18n import _, format_number, ngettext
from journal.report.content import part_title
from journal.report.left_out import without_left_out
from journal.report.notes_section import chosen_notes
from journal.report.parts import Choices, NameForm, PagePart
from journal.ui.summary.contents_part import FOLLOWING
from journal.wording import scale_name

_TELL_OF_SESSIONS = frozenset(PagePart) - {PagePart.MEDICINES, PagePart.ANSWERS}
"""By their numbers, their days or how many there were."""


def contents_sentence(summary: Summary, choices: Choices, *, attach_data: bool) -> str:
    """What the page prints of the person, and what it does not; what goes along is named too."""
    contents = _Contents(without_left_out(summary, choices), choices)
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
            yield from self._planned()
            return
        yield from self._of_safety()
        yield from self._of_treatment()
        yield from self._of_effects_and_medicines()
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
        if shown and self.summary.clearly_lower:
            yield _("that the last 14 days were lower")
        in_rows = shown and (safety.pressure.measured or safety.pressure.noted)
        if in_rows or (safety.pressure.measured and self.has(PagePart.SESSIONS)):
            yield _("blood pressure")
        readings = (reading for each in self.summary.sessions for reading in each.session.vitals)
        if self.has(PagePart.SESSIONS) and any(r.pulse or r.spo2 for r in readings):
            yield _("pulse and oxygen")

    def _of_treatment(self) -> Iterator[str]:
        if self._has_ketamine():
            yield _("ketamine sessions")
        if self._has_others():
            yield _("other treatments")
        yield from self._planned()

    def _planned(self) -> Iterator[str]:
        if self.summary.next_planned and self.has(PagePart.TREATMENT):
            yield _("the next planned session")

    def _has_ketamine(self) -> bool:
        """Whether a ketamine session is told of; the course may compare with one before."""
        summary = self.summary
        asked = self.choices.safety and summary.safety.pressure.measured
        chosen = () if self.choices.first_page_only else chosen_notes(summary, self.choices.notes)
        if summary.sessions and (self.has(*_TELL_OF_SESSIONS) or asked):
            return True
        if any(note.session is not None for note in chosen):
            return True
        if self.has(PagePart.COURSE) and any(each.last_session for each in summary.daily):
            return True
        return self.has(PagePart.TREATMENT) and any(self._are_ketamine())

    def _has_others(self) -> bool:
        """Whether another treatment is told of; one that did not take place has no mark."""
        marked = any(mark.number is None for mark in self.summary.timeline.sessions)
        if marked and self.has(PagePart.OVER_TIME, PagePart.DAYS):
            return True
        return self.has(PagePart.TREATMENT) and not all(self._are_ketamine())

    def _are_ketamine(self) -> Iterator[bool]:
        return (each.example.treatment.is_ketamine for each in self.summary.treatments)

    def _of_effects_and_medicines(self) -> Iterator[str]:
        if self.has(PagePart.SIDE_EFFECTS):
            all_of_them = self.choices.safety
            yield _("side effects") if all_of_them else _("side effects without those of safety")
        if self.has(PagePart.MEDICINES):
            yield _("medicines and sleep")

    def _of_scores(self) -> Iterator[str]:
        if scales := dict.fromkeys(map(scale_name, self._scales())):
            yield _("daily scores ({scales})").format(scales=", ".join(scales))
        yield from self._of_questionnaires()
        if self.summary.days.days and self.has(PagePart.DAYS):
            yield _("every day")

    def _scales(self) -> Iterator[Scale]:
        """Those with a score on the page, without the table of every day."""
        summary = self.summary
        timeline, elevated = summary.timeline, summary.elevated_mood
        if self.has(PagePart.COURSE):
            yield from (each.scale for each in summary.daily if each.begin or each.comparisons)
        if not timeline.is_empty and self.has(PagePart.OVER_TIME):
            yield timeline.scale
        if summary.around.is_shown and self.has(PagePart.AROUND):
            yield timeline.scale
        if elevated and not elevated.is_empty and self.has(PagePart.OVER_TIME):
            yield elevated.scale
        beside = ((each.before, each.next_day) for each in summary.sessions)
        if self.has(PagePart.SESSIONS) and any(pair != (None, None) for pair in beside):
            yield timeline.scale

    def _of_questionnaires(self) -> Iterator[str]:
        measures = self.summary.measures
        entered = [measure for measure in measures if measure.entries]
        course = self.has(PagePart.COURSE) and any(measure.reading for measure in measures)
        if entered and self.has(PagePart.ANSWERS):
            yield self._answers(entered)
        elif course or (self.has(PagePart.OVER_TIME) and any(m.totals for m in entered)):
            yield _("questionnaire totals")
        single = [m.questionnaire.title for m in entered if unscored_answers(m)]
        if single and self.has(PagePart.MEDICINES) and not self.has(PagePart.ANSWERS):
            yield _("single answers ({names})").format(names=", ".join(single))

    def _answers(self, entered: Sequence[Measure]) -> str:
        questionnaires = [measure.questionnaire for measure in entered]
        without = [q.title for q in questionnaires if q.safety_item and not self.choices.safety]
        if not without:
            return _("questionnaires with every answer")
        return _("questionnaires (of {names} only the totals)").format(names=", ".join(without))

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
