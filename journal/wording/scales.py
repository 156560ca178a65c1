"""What scales and their ends are called."""

from journal.domain.checkin import MOOD, SLEEP_HOURS, Scale
from journal.i18n import N_, _

SCALES = {
    MOOD: N_("Mood"),
    "anxiety": N_("Anxiety"),
    "energy": N_("Energy"),
    "pain": N_("Pain"),
    "irritability": N_("Irritability"),
    "elevated-mood": N_("Elevated mood"),
    SLEEP_HOURS: N_("Sleep last night"),
    "sleep-quality": N_("Sleep quality"),
}
_ENDS = {
    MOOD: (N_("very low"), N_("very good")),
    "energy": (N_("low"), N_("high")),
    "sleep-quality": (N_("poor"), N_("good")),
    "anxiety": (N_("none"), N_("strong")),
    "pain": (N_("none"), N_("strong")),
    "irritability": (N_("none"), N_("strong")),
    "elevated-mood": (N_("none"), N_("strong")),
}
_MOOD_IF_BIPOLAR = (N_("low"), N_("high"))


def scale_name(scale: Scale) -> str:
    """What a scale is called."""
    return scale.name or _(SCALES[scale.key])


def scale_end_words(scale: Scale, *, bipolar: bool = False) -> tuple[str, str]:
    """What the lowest and the highest value mean; empty for the person's own scales and hours.

    Where bipolar depression is treated a higher mood is not called better.
    """
    low, high = _ENDS.get(scale.key, ("", ""))
    if bipolar and scale.key == MOOD:
        low, high = _MOOD_IF_BIPOLAR
    return (_(low) if low else "", _(high) if high else "")


def scale_ends(scale: Scale, *, bipolar: bool = False) -> str:
    """The range in words: `0 none – 10 strong`, `hours`, or `1 – 5`."""
    if scale.key == SLEEP_HOURS:
        return _("hours")
    low, high = scale_end_words(scale, bipolar=bipolar)
    return f"{scale.low} {low} – {scale.high} {high}" if low else f"{scale.low} – {scale.high}"
