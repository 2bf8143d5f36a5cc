"""All that belongs to a meeting in one ZIP: numbered folders, and an index any browser opens without the program.

The index holds no scripts and asks for nothing from elsewhere; `sha256.txt` says what each file was when it was
put in. The same content gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

INDEX, SUMS = "index.html", "sha256.txt"
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o644 << 16
_ALREADY_SMALL = (".jpg", ".jpeg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".zip")
_STYLE = (
    "body{font-family:Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em;border-bottom:1px solid #999}"
    "td{padding:.2em .8em .2em 0;vertical-align:top}li{margin:.3em 0}small{color:#555}"
)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in the dossier: `folder` and `name` are safe for any file system, `label` is for the reader."""

    folder: str
    name: str
    label: str
    content: bytes

    @property
    def path(self) -> str:
        """Where it lies in the dossier."""
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the index says above the files: the meeting's title, facts as label and value, and remarks."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


def unique(files: Sequence[Enclosed]) -> list[Enclosed]:
    """The same files, of those whose paths differ only in letters' case the later ones numbered."""
    taken: set[str] = set()
    made = []
    for one in files:
        stem, dot, end = one.name.rpartition(".")
        name, number = one.name, 1
        while f"{one.folder}/{name}".casefold() in taken:
            number += 1
            name = f"{stem}-{number}{dot}{end}" if dot else f"{one.name}-{number}"
        taken.add(f"{one.folder}/{name}".casefold())
        made.append(Enclosed(one.folder, name, one.label, one.content))
    return made


def dossier(cover: Cover, files: Sequence[Enclosed]) -> bytes:
    """The ZIP: index, sums, and the files in their folders in the order given."""
    placed = unique(files)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, INDEX, _index(cover, placed).encode())
        for one in placed:
            _put(archive, one.path, one.content)
        sums = "".join(f"{hashlib.sha256(one.content).hexdigest()}  {one.path}\n" for one in placed)
        _put(archive, SUMS, sums.encode())
    return made.getvalue()


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _ZIP_TIME)
    small = path.lower().endswith(_ALREADY_SMALL)
    info.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
    info.external_attr = _PLAIN_FILE
    info.create_system = 3  # the same on every laptop
    archive.writestr(info, content)


def _index(cover: Cover, files: Sequence[Enclosed]) -> str:
    rows = "".join(f"<tr><td>{_words(name)}</td><td>{_words(value)}</td></tr>" for name, value in cover.facts)
    folders: dict[str, list[Enclosed]] = {}
    for one in files:
        folders.setdefault(one.folder, []).append(one)
    parts = "".join(
        f"<h2>{_words(folder)}</h2><ul>{''.join(map(_link, some))}</ul>" for folder, some in folders.items()
    )
    remarks = "".join(f"<p><small>{_words(one)}</small></p>" for one in cover.remarks)
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_words(cover.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{_words(cover.title)}</h1><table>{rows}</table>{parts}{remarks}"
        f'<p><small>Sidik berkas: <a href="{SUMS}">{SUMS}</a></small></p></body></html>\n'
    )


def _link(one: Enclosed) -> str:
    size = max(1, round(len(one.content) / 1024))
    link = f'<a href="{quote(one.path)}">{_words(one.label)}</a>'
    return f"<li>{link} <small>{_words(one.name)}, {size} KB</small></li>"


def _words(text: str) -> str:
    shown = "".join(char for char in text if char.isprintable() and not "\ud800" <= char <= "\udfff")
    return escape(shown)
