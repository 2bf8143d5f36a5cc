"""Names of attached files: as people wrote them, without what misleads a reader or a file system."""

from __future__ import annotations

import re
import unicodedata

from desktop.base.places import safe_file_name
from desktop.exchange.attached.kinds import SUFFIXES

_LONGEST = 150
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_KNOWN_ENDS = (
    *(suffix.lstrip(".") for suffix in SUFFIXES.values()),
    "jpeg", "jpe", "doc", "xls", "ppt", "docm", "xlsm", "pptm", "rtf", "exe", "com", "scr", "bat", "cmd", "pif",
    "js", "jse", "vbs", "vbe", "wsf", "hta", "lnk", "msi", "ps1", "jar", "reg", "cpl", "htm", "html", "svg", "zip",
    "rar",
)  # fmt: skip
_END = re.compile(rf"\.(?:{'|'.join(_KNOWN_ENDS)})[\s.]*$", re.IGNORECASE)


def shown_name(name: str, media_type: str) -> str:
    """The name to show for a file of this type: one line, no folder, no hidden signs, and the end its type has."""
    stem = re.split(r"[/\\]", name)[-1]
    kept = "".join(one if unicodedata.category(one) not in _INVISIBLE else " " for one in stem)
    stem = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", kept)).split())
    while _END.search(stem):
        stem = _END.sub("", stem)
    stem = stem[:_LONGEST].strip(" .") or "berkas"
    return f"{stem}{SUFFIXES[media_type]}"


def name_on_disk(name: str, media_type: str) -> str:
    """The name under which a copy is written: any file system takes it, and it ends as its type demands."""
    return safe_file_name(
        shown_name(name, media_type).removesuffix(SUFFIXES[media_type]), suffix=SUFFIXES[media_type]
    )
