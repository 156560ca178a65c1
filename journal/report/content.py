"""What a summary says, in words and in order; the layout is the same for everybody."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.summary import Summary, summarise
from journal.i18n import _
from journal.questionnaire_files import shelf
from journal.report.answers_tables import answers_sections
from journal.report.around import around_section
from journal.report.course_table import course_section
from journal.report.days_table import days_section
from journal.report.head import asked, identity, overview, owner
from journal.report.left_out import without_left_out
from journal.report.medicines_table import medicines_section
from journal.report.notes_section import notes_section
from journal.report.over_time import over_time_section
from journal.report.parts import Choices, PagePart, Report, Section, one_line
from journal.report.safety_table import safety_section
from journal.report.sessions_table import sessions_section
from journal.report.side_effects_table import side_effects_section
from journal.report.treatment_lines import coming, treatment_section

LANGUAGE = "en"


def summary_for(
    records: Records, period: Period, today: date, choices: Choices | None = None
) -> Summary:
    """The numbers of a page as the person chose it, with the questionnaires that ship."""
    scale = choices.scale if choices else ""
    return summarise(records, period, today, shelf().questionnaires, scale)


def build_report(summary: Summary, choices: Choices | None = None) -> Report:
    """The report of a summary, as the person chose it."""
    choices = choices or Choices()
    summary = without_left_out(summary, choices)
    return Report(
        title=_("Symptom summary"),
        language=LANGUAGE,
        made_on=summary.made_on,
        paper=choices.paper,
        owner=owner(summary, choices.name),
        identity=identity(summary, choices.name),
        overview=overview(summary),
        asked=asked(choices),
        sections=tuple((_nothing if summary.is_empty else _first_page)(summary, choices)),
        following=() if choices.first_page_only else tuple(_following(summary, choices)),
        rules=_rules(),
        page_number=_("page {page} of {pages}"),
    )


def _nothing(summary: Summary, choices: Choices) -> Iterator[Section]:
    nothing = _(
        "Nothing is written down for this period: no scores, no sessions and no side effects."
    )
    said = one_line(_("No entries"), nothing)
    has_treatment = PagePart.TREATMENT not in choices.left_out
    planned = coming(summary.next_planned) if has_treatment else ()
    yield Section(said.title, lines=(*said.lines, *planned))


def _first_page(summary: Summary, choices: Choices) -> Iterator[Section]:
    yield safety_section(summary, left_out=not choices.safety)
    yield _unless_left_out(PagePart.COURSE, course_section, summary, choices)
    yield _unless_left_out(PagePart.OVER_TIME, over_time_section, summary, choices)
    yield _unless_left_out(PagePart.AROUND, around_section, summary, choices)
    side_effects = partial(side_effects_section, safety=choices.safety)
    yield _unless_left_out(PagePart.SIDE_EFFECTS, side_effects, summary, choices)
    yield treatment_section(summary, choices.left_out)


def _unless_left_out(
    part: PagePart, section: Callable[[Summary], Section], summary: Summary, choices: Choices
) -> Section:
    """The section, or in its place that the patient left it out."""
    if part not in choices.left_out:
        return section(summary)
    beside = part is PagePart.SIDE_EFFECTS
    return one_line(part_title(part), _("left out by the patient"), beside=beside)


def _following(summary: Summary, choices: Choices) -> Iterator[Section]:
    sections = {PagePart.SESSIONS: sessions_section, PagePart.DAYS: days_section}
    for part, section in sections.items():
        if part not in choices.left_out and (made := section(summary, choices)) is not None:
            yield made
    if PagePart.MEDICINES not in choices.left_out and (made := medicines_section(summary)):
        yield made
    if PagePart.ANSWERS not in choices.left_out:
        yield from answers_sections(summary)
    if (chosen := notes_section(summary, choices.notes)) is not None:
        yield chosen


def part_title(part: PagePart) -> str:
    """What a part is called where it can be chosen, and where it is left out."""
    titles = {
        PagePart.COURSE: _("Course"),
        PagePart.OVER_TIME: _("Day by day"),
        PagePart.AROUND: _("Around a session"),
        PagePart.SIDE_EFFECTS: _("Side effects"),
        PagePart.TREATMENT: _("Treatment"),
        PagePart.MEDICINES: _("Medicines and sleep"),
        PagePart.SESSIONS: _("Sessions"),
        PagePart.DAYS: _("Every day"),
        PagePart.ANSWERS: _("Answers to questionnaires"),
    }
    return titles[part]


def _rules() -> tuple[str, ...]:
    return (
        _(
            "Response (PHQ-9, GAD-7): at least 50% below the last total in the 28 days before "
            "session 1; remission: below 5; both from a baseline of 10 and day 14 on. Meaningful "
            "change: PHQ-9 5, GAD-7 4, PCL-5 10 (may be) or 15 (PMC9340848, PMC8485844). A day is "
            "logged when it has a score and counts as the mean of its check-ins; scores from a "
            "session’s start until 4 h after its end are left out. Entered later: after the day "
            "had ended. Affected: of the sessions answered for. Association, not cause."
        ),
    )
