"""Whether a window can be shown on this computer."""

from __future__ import annotations

import os
import sys


def no_screen() -> str:
    """Why no window can be shown here; "" where one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in ("offscreen", "minimal"):
        return f"QT_QPA_PLATFORM={platform} tidak menampilkan apa pun."
    if not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or platform in ("vnc", "eglfs", "linuxfb"):
        return ""
    return "komputer ini tidak memiliki layar (DISPLAY tidak diatur)."
