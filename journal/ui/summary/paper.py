"""Which paper a page is usually printed on."""

from PySide6.QtCore import QLocale

from journal.report.parts import Paper

US_LETTER_COUNTRIES = frozenset({"US", "CA"})


def usual_paper(locale_name: str) -> Paper:
    """US Letter for a locale such as `en_US` or `fr-CA`, otherwise A4."""
    country = locale_name.replace("-", "_").rpartition("_")[2].upper()
    return Paper.US_LETTER if country in US_LETTER_COUNTRIES else Paper.A4


def paper_of_system() -> Paper:
    """The usual one where this computer is set to be."""
    return usual_paper(QLocale.system().name())
