"""The colours of the program: one dict for the light theme, one for the dark, and nothing coloured elsewhere.

Every pair of text and ground that is used together keeps a contrast of 4.5, every border that carries meaning
one of 3 (WCAG AA); `contrast` is how the tests know.
"""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """What a state means to the reader; always shown with a word and a symbol, never by colour alone."""

    OK = "ok"
    ATTENTION = "attention"
    PROBLEM = "problem"
    NONE = "none"
    INFO = "info"


TONE_ICONS: dict[Tone, str] = {
    Tone.OK: "check",
    Tone.ATTENTION: "clock",
    Tone.PROBLEM: "circle-alert",
    Tone.NONE: "circle-dashed",
    Tone.INFO: "info",
}

LIGHT: dict[str, str] = {
    "window": "#f3f5f9",
    "surface": "#ffffff",
    "stripe": "#f7f9fc",
    "raised": "#eef2f8",
    "hover": "#e6ecf5",
    "line": "#d8dfe9",
    "border": "#7d8a9f",
    "text": "#16233a",
    "muted": "#55637a",
    "faint": "#616d80",
    "disabled": "#98a3b3",
    "primary": "#1d4ed8",
    "primary_hover": "#1a43b8",
    "primary_down": "#163894",
    "primary_text": "#ffffff",
    "primary_ring": "#020610",
    "danger": "#b42318",
    "danger_hover": "#971c13",
    "focus": "#1d4ed8",
    "link": "#1d4ed8",
    "selection": "#d3e1fd",
    "selection_idle": "#e3e8f0",
    "highlight": "#1d4ed8",
    "highlight_text": "#ffffff",
    "sidebar": "#14315f",
    "sidebar_hover": "#1f4079",
    "sidebar_current": "#315391",
    "sidebar_text": "#e9effa",
    "sidebar_muted": "#b3c3e0",
    "sidebar_ring": "#ffffff",
    "tip": "#16233a",
    "tip_text": "#ffffff",
    "ok_text": "#14603a",
    "ok_ground": "#dcf3e4",
    "attention_text": "#7a4a03",
    "attention_ground": "#fdefc9",
    "problem_text": "#9c1c13",
    "problem_ground": "#fde3e0",
    "none_text": "#4b586c",
    "none_ground": "#e8ecf2",
    "info_text": "#1a48ae",
    "info_ground": "#e0eafd",
    "mark_hit": "#ffe78a",
    "mark_current": "#ffb74d",
    "mark_selection": "#b3d1ff",
}

DARK: dict[str, str] = {
    "window": "#101722",
    "surface": "#18212f",
    "stripe": "#1c2635",
    "raised": "#212d3f",
    "hover": "#29374c",
    "line": "#2f3d53",
    "border": "#6f7f98",
    "text": "#e7edf6",
    "muted": "#aab6c8",
    "faint": "#98a5b9",
    "disabled": "#67748a",
    "primary": "#2f6bea",
    "primary_hover": "#2a63dd",
    "primary_down": "#2459c8",
    "primary_text": "#ffffff",
    "primary_ring": "#ffffff",
    "danger": "#cf3b2f",
    "danger_hover": "#b93227",
    "focus": "#7fb0ff",
    "link": "#8db8ff",
    "selection": "#244579",
    "selection_idle": "#2c394d",
    "highlight": "#2f6bea",
    "highlight_text": "#ffffff",
    "sidebar": "#0b1a33",
    "sidebar_hover": "#15294b",
    "sidebar_current": "#26436f",
    "sidebar_text": "#e4ecf8",
    "sidebar_muted": "#a6b8d6",
    "sidebar_ring": "#ffffff",
    "tip": "#e7edf6",
    "tip_text": "#16233a",
    "ok_text": "#8fe0b0",
    "ok_ground": "#17402c",
    "attention_text": "#f7cf7a",
    "attention_ground": "#4a3509",
    "problem_text": "#ffb4ab",
    "problem_ground": "#571e19",
    "none_text": "#c2ccda",
    "none_ground": "#334157",
    "info_text": "#a9c9ff",
    "info_ground": "#1d3a6b",
    "mark_hit": "#ffe78a",
    "mark_current": "#ffb74d",
    "mark_selection": "#b3d1ff",
}


def luminance(colour: str) -> float:
    """How bright a `#rrggbb` colour is for the eye, from 0 to 1 (WCAG 2 relative luminance)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well two `#rrggbb` colours can be told apart, from 1 (not at all) to 21 (WCAG 2 contrast ratio)."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)
