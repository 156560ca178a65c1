"""The fields of a session: which are asked, what they start with, and the session they make."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from journal.domain.checkin import MAX_NAME
from journal.domain.errors import InvalidValue
from journal.domain.period import Moment
from journal.domain.session import (
    Dose,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    parse_amount,
    usual_minutes,
    usual_route,
)
from journal.i18n import _
from journal.ui.sessions import asked
from journal.ui.sessions.before_input import BeforeInput
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.sessions.dose_input import DoseInput
from journal.ui.sessions.drafts import suggestion
from journal.ui.sessions.effects_input import EffectsInput, SessionEffects
from journal.ui.sessions.felt_input import FeltInput
from journal.ui.sessions.hours_view import HoursView
from journal.ui.sessions.length_input import LengthInput
from journal.ui.sessions.sections import SectionedForm
from journal.ui.sessions.start_input import StartInput
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.sessions.vitals_input import VitalsInput
from journal.ui.widgets.layout import column
from journal.wording import route_name, setting_name, state_name, treatment_label
from journal.wording.treatment import before_session_text


class SessionFields(QWidget):
    """Shows a draft; values the person has not touched follow the treatment and the start."""

    def __init__(self, draft: TreatmentSession, surroundings: Surroundings) -> None:
        super().__init__()
        self._draft = draft
        self._around = surroundings
        stored = surroundings.stored(draft)
        self._suggests = stored is None or not stored.is_done
        self.form = SectionedForm()
        column(self).addWidget(self.form)
        self._make_inputs()
        self._make_parts()
        self._add_inputs()
        self._add_parts()
        self._show_draft()
        self._connect()
        self._on_treatment_changed()
        if stored is not None:
            self.route.show_value(draft.route)
            self.route.is_touched = True

    def _make_inputs(self) -> None:
        self.treatment = ChoiceBox(tuple(Treatment), [treatment_label(t) for t in Treatment])
        self.treatment_name = QLineEdit(maxLength=MAX_NAME)
        self.route = ChoiceBox(tuple(Route), [route_name(route) for route in Route])
        self.start = StartInput(self._draft.start, self._around.day_starts_at)
        self.state = ChoiceBox(tuple(SessionState), [state_name(s) for s in SessionState])
        self.length = LengthInput()
        self.dose = DoseInput(_("Unit of the dose"))
        self.dose_taken = DoseInput(_("Unit of the amount taken"))
        self.weight = QLineEdit()
        self.weight.setMaximumWidth(110)
        places = [_("Not said"), *(setting_name(setting) for setting in Setting)]
        self.setting: ChoiceBox[Setting | None] = ChoiceBox((None, *Setting), places)
        self.provider = QLineEdit(maxLength=MAX_NAME)
        self.provider.setCompleter(_completer(self._around.sessions, self.provider))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)

    def _make_parts(self) -> None:
        around = self._around
        self.with_whom = QLineEdit(maxLength=MAX_NAME)
        self.taken_home_by = QLineEdit(maxLength=MAX_NAME)
        self.before = BeforeInput()
        self.vitals = VitalsInput(around.numbers)
        self.felt = FeltInput()
        self.effects = EffectsInput(self._draft.id, around.stamp, around.effects)
        self.hours = HoursView()

    def _add_inputs(self) -> None:
        add = self.form.add_form("treatment").add
        zone = self._draft.start.zone
        elsewhere = _("Times are those of {zone}.").format(zone=zone)
        add("treatment", _("Treatment"), self.treatment)
        add("treatment_name", _("Name of the treatment"), self.treatment_name)
        add("route", _("How it is given"), self.route)
        there = elsewhere if zone != self._around.clock.zone() else ""
        add("start", _("Start"), self.start, description=there)
        add("state", _("State"), self.state)
        or_end = _("Minutes, or the time it ended, such as 10:20. May stay empty.")
        add("end", _("Length"), self.length, description=or_end)
        add("dose", _("Dose agreed"), self.dose)
        if_other = _("If it was another amount.")
        add("dose_taken", _("Dose taken"), self.dose_taken, description=if_other)
        add("body_weight", _("Body weight"), self.weight, unit=_("kg"))
        add("setting", _("Where"), self.setting)
        add("provider", _("Clinic or provider"), self.provider)

    def _add_parts(self) -> None:
        form = self.form
        people = form.add_form("people", _("Who was there, and the 24 hours before"))
        people.add("with_whom", _("Who was with you"), self.with_whom)
        people.add("taken_home_by", _("Who took you home"), self.taken_home_by)
        people.add("before", _("In the 24 hours before"), self.before)
        form.add_part("vitals", _("Blood pressure, pulse and oxygen"), self.vitals)
        form.add_part("felt", _("How it felt"), self.felt)
        form.add_card(self.effects)
        form.add_part("mood", "", self.hours)
        form.add_form("note").add("note", _("Note"), self.note)

    def _show_draft(self) -> None:
        draft = self._draft
        self.treatment.show_value(draft.treatment)
        self.treatment_name.setText(draft.treatment_name)
        self.state.show_value(draft.state)
        self.length.show_minutes(draft.minutes)
        self.dose.show_dose(draft.dose)
        self.dose_taken.show_dose(draft.dose_taken)
        _write(self.weight, _decimal_text(draft.body_weight_kg))
        self.setting.show_value(draft.setting)
        self.setting.is_touched = draft.setting is not None
        _write(self.provider, draft.provider)
        self.with_whom.setText(draft.with_whom)
        self.taken_home_by.setText(draft.taken_home_by)
        self.before.show_before(draft.before)
        self.vitals.show_vitals(draft.vitals)
        self.felt.show_felt(draft.felt)
        effects = self._around.effects_of(draft)
        self.effects.show_effects(SessionEffects(effects, draft.no_side_effects))
        self.note.setPlainText(draft.note)

    def _connect(self) -> None:
        self.treatment.currentIndexChanged.connect(self._on_treatment_changed)
        self.state.currentIndexChanged.connect(self._on_start_changed)
        self.setting.currentIndexChanged.connect(self._show_fields)
        self.start.changed.connect(self._on_start_changed)
        self.length.changed.connect(self._show_end)
        for changing in (self.dose.changed, self.dose_taken.changed, self.weight.textChanged):
            changing.connect(self._show_other_units)
        told = (self.with_whom.textChanged, self.taken_home_by.textChanged, self.before.changed)
        for changing in (*told, self.vitals.changed, self.felt.changed):
            changing.connect(self._tell)

    def _on_treatment_changed(self) -> None:
        treatment = self.treatment.value
        self.route.is_touched = False
        self.route.show_value(usual_route(treatment))
        self.length.show_usual(treatment)
        for dose in (self.dose, self.dose_taken):
            dose.show_usual(treatment, asked.units(treatment))
        self._on_start_changed()

    def _occasion(self) -> asked.Occasion:
        start = self._start()
        planned = self.state.value is SessionState.PLANNED
        near = planned and start is not None and start.day <= self._around.today
        return asked.Occasion(self.treatment.value, self.setting.value, self._is_done, near)

    def _show_fields(self) -> None:
        occasion = self._occasion()
        fields = asked.fields_asked(occasion) | self._filled()
        for key in asked.FIELDS:
            self.form.show_field(key, key in fields)
        parts = asked.parts_asked(occasion)
        self.form.show_field("before", "before" in parts)
        people = {"with_whom", "taken_home_by"} & fields or "before" in parts
        self.form.show_section("people", bool(people))
        for key in ("vitals", "felt", "mood"):
            self.form.show_section(key, key in parts)
        self.effects.setVisible("effects" in parts)
        usual = asked.readings_asked(occasion)
        self.vitals.show_occasion(usual, occasion.setting)
        self._tell()
        self._show_other_units()

    def _filled(self) -> frozenset[str]:
        """What the draft has is shown for its treatment, asked or not: nothing gets lost."""
        draft = self._draft
        if not self._is_done or self.treatment.value is not draft.treatment:
            return frozenset()
        values = {
            "dose_taken": draft.dose_taken,
            "body_weight": draft.body_weight_kg,
            "with_whom": draft.with_whom,
            "taken_home_by": draft.taken_home_by,
        }
        return frozenset(key for key, value in values.items() if value)

    @property
    def _is_done(self) -> bool:
        return self.state.value is SessionState.DONE

    def _on_start_changed(self) -> None:
        if self._suggests:
            self._suggest()
        self._show_fields()
        self._show_end()
        start = self._start()
        if start is not None:
            self.effects.show_noted(self._around.noted(start))

    def _suggest(self) -> None:
        """Offer what the last session of the treatment had."""
        usual = suggestion(self.treatment.value, self._around.sessions)
        self.route.offer(usual.route)
        self.dose.offer(usual.dose)
        _offer(self.weight, _decimal_text(usual.body_weight_kg))
        self.setting.offer(usual.setting)
        _offer(self.provider, usual.provider)
        self.length.offer(usual.minutes if self._is_over(usual.minutes) else None)

    def _start(self) -> Moment | None:
        try:
            return self.start.moment()
        except InvalidValue:
            return None

    def _is_over(self, minutes: int | None) -> bool:
        """Whether a session of this length would have ended by now."""
        start = self._start()
        if start is None or minutes is None:
            return False
        return start.instant + timedelta(minutes=minutes) <= self._around.now

    def _entered_end(self) -> datetime | None:
        start = self._start()
        try:
            return None if start is None else self._end(start)
        except InvalidValue:
            return None

    def _assumed_minutes(self) -> int:
        start, end = self._start(), self._entered_end()
        if start is None or end is None or end <= start.instant:
            return usual_minutes(self.treatment.value)
        return round((end - start.instant) / timedelta(minutes=1))

    def _show_end(self) -> None:
        self.vitals.show_left_after(self._assumed_minutes())
        start, end = self._start(), self._entered_end()
        self.length.show_end(end.astimezone(ZoneInfo(start.zone)) if start and end else None)
        if start is not None and self._is_done:
            session = replace(
                self._draft,
                start=start,
                end=end,
                treatment=self.treatment.value,
                state=SessionState.DONE,
            )
            self.hours.show_hours(self._around.read_hours(session), session)

    def _show_other_units(self) -> None:
        try:
            weight = self._weight()
        except InvalidValue:
            weight = None
        for dose in (self.dose, self.dose_taken):
            dose.show_other_unit(weight, self.treatment.value)

    def _tell(self) -> None:
        """Say beside each part's title what is inside."""
        told = [self.with_whom.text().strip(), self.taken_home_by.text().strip()]
        before = self.before.before()
        if before is not None:
            told.append(before_session_text(before))
        self.form.section("people").tell(", ".join(part for part in dict.fromkeys(told) if part))
        self.form.section("vitals").tell(self.vitals.told())
        self.form.section("felt").tell(self.felt.told())

    def session(self) -> TreatmentSession:
        """The session as entered; raises InvalidValue for what cannot be read.

        What is asked only of sessions that took place stays as it was for the others.
        """
        start = self.start.moment()
        session = replace(
            self._draft,
            start=start,
            treatment=self.treatment.value,
            treatment_name=self._own_name(),
            route=self.route.value,
            state=self.state.value,
            setting=self.setting.value,
            provider=self.provider.text().strip(),
            note=self.note.toPlainText(),
        )
        occasion = self._occasion()
        if occasion.done or occasion.near:
            session = self._with_parts(session, asked.parts_asked(occasion))
        if not session.is_done:
            return replace(session, end=None, no_side_effects=False)
        return self._with_amounts(replace(session, end=self._end(start)))

    def written(self) -> tuple[object, ...]:
        """All that stands in the form, readable or not: it tells whether something was changed."""
        lines = [
            line.text()
            for line in self.findChildren(QLineEdit)
            if line.text() and not self.effects.isAncestorOf(line)
        ]
        choices = (self.treatment.value, self.route.value, self.state.value, self.setting.value)
        units = (self.dose.unit.value, self.dose_taken.unit.value)
        answers = (self.before.before(), self.felt.felt(), self.effects.value)
        return (*lines, *choices, *units, *answers, self.note.toPlainText())

    def _with_parts(self, session: TreatmentSession, parts: frozenset[str]) -> TreatmentSession:
        """The session with what is asked in parts of their own; other parts are empty."""
        return replace(
            session,
            before=self.before.before() if "before" in parts else None,
            vitals=self.vitals.vitals() if "vitals" in parts else (),
            felt=self.felt.felt() if "felt" in parts else (),
            no_side_effects=self.effects.value.asked_none,
        )

    def _with_amounts(self, session: TreatmentSession) -> TreatmentSession:
        shows = self.form.shows_field
        return replace(
            session,
            dose=self.dose.dose() if shows("dose") else None,
            dose_taken=self._dose_taken() if shows("dose_taken") else None,
            body_weight_kg=self._weight() if shows("body_weight") else None,
            with_whom=self.with_whom.text().strip() if shows("with_whom") else "",
            taken_home_by=self.taken_home_by.text().strip() if shows("taken_home_by") else "",
        )

    def _own_name(self) -> str:
        if self.treatment.value is not Treatment.OTHER:
            return ""
        return self.treatment_name.text().strip()

    def _end(self, start: Moment) -> datetime | None:
        draft = self._draft
        if start == draft.start and self.length.text.text() == str(draft.minutes):
            return draft.end
        end = self.length.end(start)
        return None if end is None else end.astimezone(UTC)

    def _dose_taken(self) -> Dose | None:
        try:
            return self.dose_taken.dose()
        except InvalidValue as error:
            raise InvalidValue("dose_taken", error.problem, error.limits) from None

    def _weight(self) -> Decimal | None:
        text = self.weight.text().strip()
        return parse_amount("body_weight", text) if text else None


def _write(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.setModified(bool(text))


def _offer(line: QLineEdit, text: str) -> None:
    if not line.isModified():
        line.setText(text)


def _decimal_text(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _completer(sessions: Iterable[TreatmentSession], parent: QWidget) -> QCompleter:
    names = dict.fromkeys(s.provider for s in reversed(tuple(sessions)) if s.provider)
    completer = QCompleter(list(names), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
