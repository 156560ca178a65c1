"""A day of the history in words: what was rated, what happened, and when it was written down."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from journal.domain.checkin import DayRecord, Scale
from journal.domain.history import DaySession, HistoryDay, Rating, Share
from journal.domain.medication import MedicineChange, MedicineMark, TakenDose
from journal.domain.period import Moment
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.scoring import safety_value, total
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.domain.vitals import Vitals
from journal.i18n import N_, _, format_date, format_number, format_time, ngettext
from journal.wording.inside import inside
from journal.wording.medicines import medicine_dose
from journal.wording.names import (
    dose_text,
    duration_text,
    effect_inside,
    effect_label,
    minutes_text,
    scale_name,
    severity_name,
    state_name,
    treatment_name,
)
from journal.wording.safety import answer_choices
from journal.wording.treatment import (
    before_session_text,
    feeling_name,
    pressure_text,
    reading_time,
)


def history_state(days: int, first: date) -> str:
    """How many days have entries, 1 or more, and since when."""
    return ngettext(
        "{count} day with entries, {first}", "{count} days with entries since {first}", days
    ).format(count=format_number(days), first=format_date(first))


def found_sentence(days: int, matches: int) -> str:
    """What a search found; `matches` is 0 where only filters were set."""
    if days == 0:
        return _("No day fits. Fewer words or filters may find more.")
    on_days = ngettext("{count} day", "{count} days", days).format(count=format_number(days))
    if matches == 0:
        return on_days
    return ngettext("{count} match on {days}", "{count} matches on {days}", matches).format(
        count=format_number(matches), days=on_days
    )


def day_heading(day: date) -> str:
    """A day in short: `Tue 10 March 2026`."""
    return _("{date} {year}").format(date=format_date(day, "medium"), year=day.year)


def day_in_full(day: date) -> str:
    """A day as it is said: `Tuesday, 10 March 2026`."""
    return _("{date} {year}").format(date=format_date(day, "weekday"), year=day.year)


_LATE = {Share.ALL: N_("entered later"), Share.PART: N_("partly entered later")}
_IMPORTED = {Share.ALL: N_("imported"), Share.PART: N_("partly imported")}


def day_marks(day: HistoryDay) -> tuple[str, ...]:
    """How a day came into the journal, where that was not on the day itself."""
    marks = (_LATE.get(day.late), _IMPORTED.get(day.imported))
    return tuple(_(mark) for mark in marks if mark)


def scores_lines(day: HistoryDay) -> tuple[str, ...]:
    """What was rated: `mood 7 · anxiety 4 · sleep 7 h`; where several times, a line for each.

    Such a line begins with its time, `08:10 · mood 4 · anxiety 6`, and sleep has one of its own.
    """
    by_moment: dict[Moment, list[str]] = {}
    for rated in day.scores:
        for rating in rated.ratings:
            by_moment.setdefault(rating.moment, []).append(_rated(rated.scale, rating))
    of_day = list(_record_parts(day.record)) if day.record else []
    if len(by_moment) > 1:
        lines = [[format_time(moment.local), *parts] for moment, parts in sorted(by_moment.items())]
        return tuple(" · ".join(parts) for parts in (*lines, of_day) if parts)
    parts = [*(part for parts in by_moment.values() for part in parts), *of_day]
    return (" · ".join(parts),) if parts else ()


def _rated(scale: Scale, rating: Rating) -> str:
    return f"{scale.name or inside(scale_name(scale))} {rating.value}"


def _record_parts(record: DayRecord) -> Iterator[str]:
    if record.sleep_hours is not None:
        yield _("sleep {hours} h").format(hours=format_number(record.sleep_hours, 2))
    if record.sleep_quality is not None:
        yield _("sleep quality {value}").format(value=record.sleep_quality)
    if record.too_unwell:
        yield _("too unwell to rate")


def history_session(one: DaySession) -> str:
    """A session: `Session 12 · 09:40 · IV ketamine · 35 mg · 40 min`."""
    session = one.session
    dose = session.dose_taken or session.dose
    parts = (
        _("Session {number}").format(number=one.number) if one.number else "",
        format_time(session.start.local),
        treatment_name(session),
        dose_text(dose) if dose else "",
        minutes_text(session.minutes) if session.minutes else "",
        "" if session.is_done else inside(state_name(session.state)),
    )
    return " · ".join(part for part in parts if part)


def session_details(session: TreatmentSession) -> Iterator[str]:
    """What else was written down about a session, one line for each kind.

    `Blood pressure: before 134/86 · 40 min 152/94`, `Felt: detached 7, calm 8`, who was there, and
    what was taken in the 24 hours before, if anything.
    """
    for words, measure in _MEASURES:
        if readings := " · ".join(_readings(session, measure)):
            yield _(words).format(readings=readings)
    if session.felt:
        felt = ", ".join(f"{inside(feeling_name(f))} {value}" for f, value in session.felt)
        yield _("Felt: {feelings}").format(feelings=felt)
    if people := " · ".join(_people(session)):
        yield people
    if session.before:
        taken = before_session_text(session.before)
        yield _("In the 24 hours before: {taken}").format(taken=inside(taken))


def _upper_and_lower(reading: Vitals) -> str:
    has_any = reading.systolic is not None or reading.diastolic is not None
    return pressure_text(reading) if has_any else ""


def _figure(figure: int | None) -> str:
    return "" if figure is None else str(figure)


_MEASURES: tuple[tuple[str, Callable[[Vitals], str]], ...] = (
    (N_("Blood pressure: {readings}"), _upper_and_lower),
    (N_("Pulse: {readings}"), lambda reading: _figure(reading.pulse)),
    (N_("SpO₂ %: {readings}"), lambda reading: _figure(reading.spo2)),
)


def _readings(session: TreatmentSession, measure: Callable[[Vitals], str]) -> Iterator[str]:
    for reading in session.vitals:
        if value := measure(reading):
            yield f"{reading_time(reading)} {value}"


def _people(session: TreatmentSession) -> Iterator[str]:
    if session.with_whom:
        yield _("With: {name}").format(name=session.with_whom)
    if session.taken_home_by:
        yield _("Taken home by: {name}").format(name=session.taken_home_by)


def side_effects_text(day: HistoryDay) -> str:
    """The side effects with how strong they were, from when on and how long; may be empty."""
    if day.side_effects:
        names = ", ".join(map(_effect, day.side_effects))
        return _("Side effects: {names}").format(names=names)
    return _("No side effects") if day.no_side_effects else ""


def _effect(effect: SideEffect) -> str:
    name = effect_inside(effect)
    return f"{name} ({', '.join(_told_about(effect))})"


def _told_about(effect: SideEffect) -> Iterator[str]:
    """How strong it was, when it began and how long it lasted, as far as that was told."""
    severity = effect.severity
    yield _("strength not entered") if severity is None else severity_name(severity)
    if effect.began_at is not None:
        began = effect.began_at.astimezone(ZoneInfo(effect.noted.zone))
        yield _("from {time}").format(time=format_time(began))
    if effect.duration is not None:
        yield duration_text(effect.duration)


def tags_text(tags: Iterable[str]) -> str:
    """The tags of a day."""
    return _("Tags: {tags}").format(tags=", ".join(tags))


def response_text(response: Response, questionnaire: Questionnaire | None) -> str:
    """A questionnaire that was answered: `PHQ-9: 12`, `GAD-7: 3 of 7 answered`.

    One whose file is gone is known by its key, and without an entered total only its answers count.
    Thoughts of self-harm stand beside the total: `PHQ-9: 12 · thoughts of self-harm: 2`.
    """
    thoughts = safety_value(questionnaire, response) if questionnaire else None
    result = _result(response, questionnaire)
    if not thoughts:
        return result
    return f"{result} · {_('thoughts of self-harm: {value}').format(value=thoughts)}"


def _result(response: Response, questionnaire: Questionnaire | None) -> str:
    name = questionnaire.title if questionnaire else response.questionnaire.upper()
    value = total(questionnaire, response) if questionnaire else response.entered_total
    if value is not None:
        shape = _("{name}: {total}") if response.entered_total is None else _PAPER
        return _(shape).format(name=name, total=value)
    return f"{name}: {_answered(response, questionnaire)}"


_PAPER = N_("{name}: {total}, from paper")


def _answered(response: Response, questionnaire: Questionnaire | None) -> str:
    if questionnaire is None:
        count = len(response.answers)
        return ngettext("{count} answer", "{count} answers", count).format(count=count)
    asked = [item.key for item in questionnaire.items if item.scored]
    answered = sum(response.value(key) is not None for key in asked)
    return _("{answered} of {asked} answered").format(answered=answered, asked=len(asked))


_SAFETY = {
    SafetyQuestion.SAFE_TONIGHT: N_("Safe tonight: {answer}"),
    SafetyQuestion.HAPPENING_NOW: N_("Happening at that time: {answer}"),
    SafetyQuestion.TIRED: N_("Tired: {answer}"),
    SafetyQuestion.BLADDER: N_("Bladder check: {answer}"),
    SafetyQuestion.EVENING_THOUGHTS: N_("Thoughts of not wanting to live: {answer}"),
}


def safety_answer_text(answer: SafetyAnswer) -> str:
    """What was answered to a question asked for safety: `Safe tonight: not sure`."""
    if answer.question is SafetyQuestion.BLADDER:
        words = [inside(effect_label(effect)) for effect in answer.answers] or [_("none")]
    else:
        choices = answer_choices(answer.question)
        words = [inside(choices.get(code, code)) for code in answer.answers]
    return _(_SAFETY[answer.question]).format(answer=", ".join(words))


_MEDICINE = {
    MedicineChange.STARTED: N_("{name} begun: {dose}"),
    MedicineChange.CHANGED: N_("{name} changed: {before} → {dose}"),
    MedicineChange.STOPPED: N_("Last day of {name}"),
}


def medicine_change_text(mark: MedicineMark) -> str:
    """What happened to a medicine, with its reason where one was told."""
    untold = _("dose not entered")
    words = _(_MEDICINE[mark.change]).format(
        name=mark.medication.name,
        dose=medicine_dose(mark.medication) or untold,
        before=(medicine_dose(mark.before) if mark.before else "") or untold,
    )
    return f"{words} ({mark.reason})" if mark.reason else words


def taken_dose_text(taken: TakenDose) -> str:
    """An as-needed dose: `Lorazepam 1 mg, taken at 22:10`."""
    amount = taken.dose.amount or taken.medication.dose
    return _("{medicine}, taken at {time}").format(
        medicine=f"{taken.medication.name} {amount}".strip(),
        time=format_time(taken.dose.taken.local),
    )
