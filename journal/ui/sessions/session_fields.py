"""The fields of a session: which are asked, what they start with, and the session they make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from journal.clock import Clock
from journal.domain.checkin import MAX_NAME
from journal.domain.errors import InvalidValue
from journal.domain.period import Moment
from journal.domain.session import (
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    parse_amount,
    usual_route,
)
from journal.i18n import _
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.sessions.dose_input import DoseInput
from journal.ui.sessions.drafts import suggestion
from journal.ui.sessions.length_input import LengthInput
from journal.ui.sessions.start_input import StartInput
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column
from journal.wording import route_name, setting_name, state_name, treatment_label

_WITH_SUBSTANCE = {Treatment.OTHER_INFUSION, Treatment.OTHER}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the form has to know beside the session; effects are those tied to it."""

    sessions: tuple[TreatmentSession, ...]
    clock: Clock
    day_starts_at: time
    has_side_effects: bool = False


class SessionFields(QWidget):
    """Shows a draft; values the person has not touched follow the treatment and the start."""

    def __init__(self, draft: TreatmentSession, surroundings: Surroundings) -> None:
        super().__init__()
        self._draft = draft
        self._sessions = surroundings.sessions
        self._clock = surroundings.clock
        stored = next((s for s in self._sessions if s.id == draft.id), None)
        self._suggests = stored is None or not stored.is_done
        self.form = Form()
        column(self).addWidget(self.form)
        self._make_inputs(surroundings.day_starts_at)
        self._add_inputs()
        self._show_draft()
        self._connect()
        self._on_treatment_changed()
        if stored is not None:
            self.route.show_value(draft.route)
            self.route.is_touched = True

    def _make_inputs(self, day_starts_at: time) -> None:
        self.treatment = ChoiceBox(tuple(Treatment), [treatment_label(t) for t in Treatment])
        self.treatment_name = QLineEdit(maxLength=MAX_NAME)
        self.route = ChoiceBox(tuple(Route), [route_name(route) for route in Route])
        self.start = StartInput(self._draft.start, day_starts_at)
        self.state = ChoiceBox(tuple(SessionState), [state_name(s) for s in SessionState])
        self.length = LengthInput()
        self.dose = DoseInput()
        self.weight = QLineEdit()
        self.weight.setMaximumWidth(110)
        places = [_("Not said"), *(setting_name(setting) for setting in Setting)]
        self.setting: ChoiceBox[Setting | None] = ChoiceBox((None, *Setting), places)
        self.provider = QLineEdit(maxLength=MAX_NAME)
        self.provider.setCompleter(_completer(self._sessions, self.provider))
        self.no_side_effects = QCheckBox(_("No side effects"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)

    def _add_inputs(self) -> None:
        add = self.form.add
        zone = self._draft.start.zone
        elsewhere = _("Times are those of {zone}.").format(zone=zone)
        add("treatment", _("Treatment"), self.treatment)
        add("treatment_name", _("Name of the treatment"), self.treatment_name)
        add("route", _("How it is given"), self.route)
        there = elsewhere if zone != self._clock.zone() else ""
        add("start", _("Start"), self.start, description=there)
        add("state", _("State"), self.state)
        or_end = _("Minutes, or the time it ended, such as 10:20. May stay empty.")
        add("end", _("Length"), self.length, description=or_end)
        add("dose", _("Dose"), self.dose)
        add("body_weight", _("Body weight"), self.weight, unit=_("kg"))
        add("setting", _("Where"), self.setting)
        add("provider", _("Clinic or provider"), self.provider)
        add("no_side_effects", "", self.no_side_effects)
        add("note", _("Note"), self.note)

    def _show_draft(self) -> None:
        draft = self._draft
        self.treatment.show_value(draft.treatment)
        self.treatment_name.setText(draft.treatment_name)
        self.state.show_value(draft.state)
        self.length.show_minutes(draft.minutes)
        self.dose.show_dose(draft.dose)
        _write(self.weight, _decimal_text(draft.body_weight_kg))
        self.setting.show_value(draft.setting)
        self.setting.is_touched = draft.setting is not None
        _write(self.provider, draft.provider)
        self.no_side_effects.setChecked(draft.no_side_effects)
        self.note.setPlainText(draft.note)

    def _connect(self) -> None:
        self.treatment.currentIndexChanged.connect(self._on_treatment_changed)
        self.state.currentIndexChanged.connect(self._on_state_changed)
        self.start.changed.connect(self._on_start_changed)
        self.length.changed.connect(self._show_end)

    def _on_treatment_changed(self) -> None:
        treatment = self.treatment.value
        self.route.is_touched = False
        self.route.show_value(usual_route(treatment))
        self.length.show_usual(treatment)
        self.dose.show_usual(treatment)
        self._on_state_changed()

    def _on_state_changed(self) -> None:
        self._show_fields()
        self._on_start_changed()

    def _show_fields(self) -> None:
        treatment = self.treatment.value
        substance = treatment.is_ketamine or treatment in _WITH_SUBSTANCE
        show = self.form.show_field
        show("treatment_name", treatment is Treatment.OTHER)
        show("route", substance)
        show("end", self._is_done)
        show("dose", self._is_done and substance)
        show("body_weight", self._is_done and treatment.is_ketamine)
        show("no_side_effects", self._is_done)

    @property
    def _is_done(self) -> bool:
        return self.state.value is SessionState.DONE

    def _on_start_changed(self) -> None:
        if self._suggests:
            self._suggest()
        self._show_end()

    def _suggest(self) -> None:
        """Offer what the last session of the treatment had."""
        usual = suggestion(self.treatment.value, self._sessions)
        self.route.offer(usual.route)
        self.dose.offer(usual.dose)
        _offer(self.weight, _decimal_text(usual.body_weight_kg))
        self.setting.offer(usual.setting)
        _offer(self.provider, usual.provider)
        self.length.offer(usual.minutes if self._is_over(usual.minutes) else None)

    def _is_over(self, minutes: int | None) -> bool:
        """Whether a session of this length would have ended by now."""
        try:
            start = self.start.moment().instant
        except InvalidValue:
            return False
        return minutes is not None and start + timedelta(minutes=minutes) <= self._clock.now()

    def _show_end(self) -> None:
        try:
            start = self.start.moment()
            end = self._end(start)
        except InvalidValue:
            end = None
        zone = ZoneInfo(self._draft.start.zone)
        self.length.show_end(end.astimezone(zone) if end else None)

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
        if not session.is_done:
            return replace(session, end=None, no_side_effects=False)
        return replace(
            session,
            end=self._end(start),
            dose=None if self._is_hidden("dose") else self.dose.dose(),
            body_weight_kg=None if self._is_hidden("body_weight") else self._weight(),
            no_side_effects=self.no_side_effects.isChecked(),
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

    def _weight(self) -> Decimal | None:
        text = self.weight.text().strip()
        return parse_amount("body_weight", text) if text else None

    def _is_hidden(self, field_key: str) -> bool:
        return not self.form.shows_field(field_key)


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
