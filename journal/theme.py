"""Colour roles of window, charts and page, one frozen theme each; toolkits come to them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`, named by what they are for.

    Text and accent colours stand out at least 4.5:1 from the grounds they are used on; outline,
    focus and everything drawn in a chart but its grid and band at least 3:1 (WCAG 2.2, 1.4.3 and
    1.4.11). `border` only separates and carries no meaning; `outline` bounds a control.
    """

    name: str
    is_dark: bool
    window: str
    sidebar: str
    card: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    warning_soft: str
    warning_text: str
    error_text: str
    focus: str
    chart_dot: str
    chart_line: str
    chart_session: str
    chart_grid: str
    chart_band: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f7f7f5",
    sidebar="#efefec",
    card="#ffffff",
    border="#e3e4e1",
    outline="#868c94",
    text="#1e2430",
    muted="#5f6774",
    accent="#2f6f73",
    on_accent="#ffffff",
    accent_soft="#e4f0ef",
    warning_soft="#fbefe6",
    warning_text="#a34a14",
    error_text="#b3261e",
    focus="#2f6f73",
    chart_dot="#679597",
    chart_line="#2f6f73",
    chart_session="#2f6f73",
    chart_grid="#e3e4e1",
    chart_band="#cfdfdf",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#15181d",
    sidebar="#111418",
    card="#1d2127",
    border="#2c323a",
    outline="#737b87",
    text="#e6e8eb",
    muted="#98a1ae",
    accent="#6db7b4",
    on_accent="#0f1a1b",
    accent_soft="#22363a",
    warning_soft="#33261c",
    warning_text="#e8a06b",
    error_text="#f2a19a",
    focus="#6db7b4",
    chart_dot="#4f7f7f",
    chart_line="#6db7b4",
    chart_session="#6db7b4",
    chart_grid="#2c323a",
    chart_band="#33484c",
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    is_dark=True,
    window="#000000",
    sidebar="#000000",
    card="#000000",
    border="#ffffff",
    outline="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    accent="#7df9f4",
    on_accent="#000000",
    accent_soft="#003a3c",
    warning_soft="#2b1800",
    warning_text="#ffc58a",
    error_text="#ffb4ab",
    focus="#ffff00",
    chart_dot="#d0d0d0",
    chart_line="#7df9f4",
    chart_session="#ffffff",
    chart_grid="#5c5c5c",
    chart_band="#003a3c",
)

PRINT = Theme(
    name="print",
    is_dark=False,
    window="#ffffff",
    sidebar="#ffffff",
    card="#ffffff",
    border="#bdbdbd",
    outline="#6e6e6e",
    text="#111111",
    muted="#555555",
    accent="#111111",
    on_accent="#ffffff",
    accent_soft="#ececec",
    warning_soft="#f1f1f1",
    warning_text="#111111",
    error_text="#111111",
    focus="#111111",
    chart_dot="#8c8c8c",
    chart_line="#111111",
    chart_session="#111111",
    chart_grid="#e2e2e2",
    chart_band="#dedede",
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST, PRINT)
