"""Questionnaires in words: totals and what they mean, how often they are due, item 9.

Nothing here names a diagnosis or a cause. Words about change follow the clinical reference.
"""

from collections.abc import Callable, Iterator
from datetime import date

from journal.catalogue import HelpNumbers
from journal.domain.checkin import Direction
from journal.domain.profile import Contact
from journal.domain.questionnaire import Questionnaire
from journal.domain.reading import Meaning, Reached, Reading
from journal.domain.safety import YES
from journal.domain.scoring import Place, ScoredResponse
from journal.i18n import N_, _, format_date, ngettext

A_YEAR = 365
"""Days; one that lies as far from the latest could be taken for a day of its own year."""

_DIRECTIONS = {
    Direction.HIGHER_WORSE: N_("{low} – {high}, higher is worse"),
    Direction.HIGHER_BETTER: N_("{low} – {high}, higher is better"),
    Direction.NEITHER: N_("{low} – {high}"),
}


def total_range(questionnaire: Questionnaire) -> str:
    """`0 – 27, higher is worse`."""
    words = _(_DIRECTIONS[questionnaire.direction])
    return words.format(low=questionnaire.low, high=questionnaire.high)


def interval_words(days: int | None) -> str:
    """`every 2 weeks`, `every 10 days`, or that it is due only when the person chooses."""
    if days is None:
        return _("when I choose")
    if days % 7 == 0:
        return ngettext("every week", "every {count} weeks", days // 7).format(count=days // 7)
    return ngettext("every day", "every {count} days", days).format(count=days)


def usual_interval_words(questionnaire: Questionnaire) -> str:
    """`usual: every 2 weeks`, as the questionnaire's file says."""
    return _("usual: {often}").format(often=interval_words(questionnaire.every_days))


def result_words(entry: ScoredResponse) -> str:
    """`12`, or `6 of 9 answered` where there is no total."""
    if entry.total is not None:
        return str(entry.total)
    return answered_words(entry)


def answered_words(entry: ScoredResponse) -> str:
    """`6 of 9 answered`."""
    return _("{answered} of {asked} answered").format(answered=entry.answered, asked=entry.asked)


def band_sentence(entry: ScoredResponse) -> str:
    """What the range around a total is called, or why it is called nothing; may be empty."""
    if entry.minor_age is not None:
        return _("Adult thresholds not applied (age {age}).").format(age=entry.minor_age)
    if entry.band is None:
        return ""
    return _("{low} to {high} is called “{name}”. A total is not a diagnosis.").format(
        low=entry.band.low, high=entry.band.high, name=entry.band.name
    )


def place_words(place: Place) -> str:
    """`day 27 after session 11`, or `the day of session 11`."""
    if place.days == 0:
        return _("the day of session {number}").format(number=place.session)
    return _("day {count} after session {number}").format(count=place.days, number=place.session)


def circumstances(entry: ScoredResponse) -> str:
    """`9 Mar, day 27 after session 11, looks back to 23 Feb`."""
    parts = [format_date(entry.day, "short")]
    if entry.place is not None:
        parts.append(place_words(entry.place))
    if entry.looks_back_to is not None:
        parts.append(_("looks back to {day}").format(day=format_date(entry.looks_back_to, "short")))
    return ", ".join(parts)


def reading_line(reading: Reading, named: Callable[[date], str] | None = None) -> str:
    """The reading in a few words for a table, or why there is none; may be empty.

    `named` says how its days are told; without it they have their year where they lie far back.
    `response on 26 Jan, no longer on 9 Mar (−42%)`; `no baseline; first is 12 days after session 1`
    """
    named = named or _named_beside(reading.latest.day)
    if reading.minor_age is not None:
        return _("Adult thresholds not applied (age {age})").format(age=reading.minor_age)
    if reading.baseline is None:
        return _no_baseline(reading)
    held = [
        _reached(_("response"), reading.response, reading.latest.day, named),
        _reached(_("remission"), reading.remission, reading.latest.day, named),
    ]
    meaning = _meaning_word(reading) if not any(held) or _is_worse(reading) else ""
    words = ", ".join(part for part in (*held, meaning) if part)
    percent = _percent(reading)
    return f"{words} ({percent})" if words and percent else words or percent


def _no_baseline(reading: Reading) -> str:
    if reading.first_after is None:
        return ""
    return ngettext(
        "no baseline; first is {count} day after session 1",
        "no baseline; first is {count} days after session 1",
        reading.first_after,
    ).format(count=reading.first_after)


def _reached(name: str, reached: Reached | None, latest: date, named: Callable[[date], str]) -> str:
    if reached is None:
        return ""
    words = {True: _("{name} on {day}"), False: _("{name} on {day}, no longer on {latest}")}
    return words[reached.holds].format(name=name, day=named(reached.on), latest=named(latest))


def _named_beside(latest: date) -> Callable[[date], str]:
    """How a reading's days are told: with their year, but for those of the year up to `latest`."""

    def named(day: date) -> str:
        short = format_date(day, "short")
        if abs((latest - day).days) < A_YEAR:
            return short
        return _("{day} {year}").format(day=short, year=day.year)

    return named


_MEANINGS = {
    Meaning.BETTER: N_("better"),
    Meaning.MAY_BE_BETTER: N_("may be better"),
    Meaning.NO_CHANGE: N_("no meaningful change"),
    Meaning.MAY_BE_WORSE: N_("may be worse"),
    Meaning.WORSE: N_("worse"),
}


def _meaning_word(reading: Reading) -> str:
    return _(_MEANINGS[reading.meaning]) if reading.meaning is not None else ""


def _is_worse(reading: Reading) -> bool:
    return reading.meaning in (Meaning.WORSE, Meaning.MAY_BE_WORSE)


def _percent(reading: Reading) -> str:
    percent = reading.percent
    return "" if percent is None else f"{percent:+d}%".replace("-", "−")


def reading_sentences(reading: Reading) -> tuple[str, ...]:
    """The reading in whole sentences for the person: where it stands, its range, its change."""
    return tuple(_sentences(reading))


def _sentences(reading: Reading) -> Iterator[str]:
    yield _("Latest: {total} ({where}).").format(
        total=reading.latest.total, where=circumstances(reading.latest)
    )
    if reading.lowest is not reading.highest:
        yield _range(reading)
    if reading.minor_age is not None:
        yield _("Adult thresholds not applied (age {age}).").format(age=reading.minor_age)
    elif reading.begun_in_treatment:
        yield _("No baseline: you were already in treatment when this journal began.")
    elif reading.baseline is None:
        if reading.first_after is not None:
            yield f"{_no_baseline(reading).capitalize()}."
    else:
        yield _change(reading)
        yield from _threshold_sentences(reading)


def _range(reading: Reading) -> str:
    words = {
        True: _("Since session 1: lowest {low} on {low_day}, highest {high} on {high_day}."),
        False: _("Lowest {low} on {low_day}, highest {high} on {high_day}."),
    }
    named = _named_beside(reading.latest.day)
    return words[reading.baseline is not None].format(
        low=reading.lowest.total,
        low_day=named(reading.lowest.day),
        high=reading.highest.total,
        high_day=named(reading.highest.day),
    )


def _change(reading: Reading) -> str:
    change, baseline = reading.change, reading.baseline
    if change is None or baseline is None:
        return _("It is the baseline: the last one before session 1.")
    words = {
        -1: _("{count} lower than {total} on {day}, before session 1"),
        0: _("The same as on {day}, before session 1"),
        1: _("{count} higher than {total} on {day}, before session 1"),
    }
    start = words[(change > 0) - (change < 0)].format(
        count=abs(change),
        total=baseline.total,
        day=_named_beside(reading.latest.day)(baseline.day),
    )
    meaning = _meaning_clause(reading)
    return f"{start}: {meaning}." if meaning else f"{start}."


def _meaning_clause(reading: Reading) -> str:
    limits = reading.questionnaire.thresholds
    clauses = {
        Meaning.BETTER: _("better; {sure} points or more count as a change"),
        Meaning.WORSE: _("worse; {sure} points or more count as a change"),
        Meaning.NO_CHANGE: _("less than the {least} points that may count as a change"),
        Meaning.MAY_BE_BETTER: _("may be better"),
        Meaning.MAY_BE_WORSE: _("may be worse"),
    }
    noisy = {
        Meaning.BETTER: _("better, beyond measurement noise ({sure} points)"),
        Meaning.WORSE: _("worse, beyond measurement noise ({sure} points)"),
        Meaning.MAY_BE_BETTER: _("may be better; under {sure} points it can be measurement noise"),
        Meaning.MAY_BE_WORSE: _("may be worse; under {sure} points it can be measurement noise"),
    }
    if limits.may_be_change is not None:
        clauses |= noisy
    if reading.meaning is None:
        return ""
    return clauses[reading.meaning].format(
        sure=limits.change, least=limits.may_be_change or limits.change
    )


def _threshold_sentences(reading: Reading) -> Iterator[str]:
    latest = reading.latest.day
    named = _named_beside(latest)
    limits = reading.questionnaire.thresholds
    if reading.response is not None:
        yield _("{reached} (at least {percent}% lower than before session 1).").format(
            reached=_reached(_("Response"), reading.response, latest, named),
            percent=limits.response_percent,
        )
    if reading.remission is not None:
        yield _("{reached} (below {limit}).").format(
            reached=_reached(_("Remission"), reading.remission, latest, named),
            limit=limits.remission_below,
        )


def only_on_this_computer() -> str:
    """What stands under the item about thoughts of self-harm."""
    return _(
        "Your answer stays on this computer. Nobody watches this journal. It is in a summary only "
        "if you make one."
    )


def safe_tonight_question() -> str:
    """What is asked when that item is left with 1 to 3."""
    return _("Thank you for writing this down. Can you keep yourself safe tonight?")


def safe_tonight_follow_up(
    answer: str, clinic: Contact, person: Contact, numbers: HelpNumbers
) -> str:
    """What is said to the answer; contacts that are not known are left out."""
    if answer == YES:
        if not clinic.number:
            return _("Please mention this to your clinic.")
        return _("Please mention this to your clinic: {number}.").format(number=clinic.number)
    talk = _("Please talk to someone now: {contacts}.").format(
        contacts=" · ".join(_someone(person, numbers))
    )
    be_safe = _(
        "If you can, be with someone, and keep away from anything you could hurt yourself with."
    )
    return f"{talk} {be_safe}"


def _someone(person: Contact, numbers: HelpNumbers) -> Iterator[str]:
    own = " ".join(part for part in (person.name, person.number) if part)
    if own:
        yield own
    if numbers.crisis_number:
        yield _("{name} {number}, any hour").format(
            name=numbers.crisis_name, number=numbers.crisis_number
        )
    yield _("emergency {number}").format(number=numbers.emergency)


def more_than_before(earlier: date) -> str:
    """What is added where the answer is higher than the last time."""
    return _("This is more than on {date}. Please call your clinic on its next open day.").format(
        date=format_date(earlier)
    )
