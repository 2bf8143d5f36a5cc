"""The office's own Word templates, kept with its data so that every backup holds them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from uuid import UUID

from desktop.base.errors import InvalidInput, ReadOnlyPlace
from desktop.models import kept_choices
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.papers.catalogue import PAPERS, printed_profile

KINDS = ("minutes", "invitation", "nota-dinas")
"""The papers that have a Word file."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was chosen: the name of its file, and its bytes."""

    name: str
    data: bytes


def template_of(store: Store, kind: str) -> Template | None:
    """The template of a kind of paper, None where the office has none."""
    kept = kept_choices.recall(store, _place(kind))
    return Template(kept["name"], b64decode(kept["data"])) if kept else None


def keep_template(desk: Desk, kind: str, template: Template) -> None:
    """Use a template from now on; its bytes were looked into by the worker's job `word-template`."""
    _keep(desk, kind, {"name": template.name, "data": b64encode(template.data).decode()})


def drop_template(desk: Desk, kind: str) -> None:
    """Build the paper without a template from now on."""
    _keep(desk, kind, {})


def word_args(store: Store, kind: str, meeting: UUID, **chosen: object) -> tuple[object, ...]:
    """What the worker's job `word` is given for a paper of a meeting."""
    template = template_of(store, kind)
    content, profile = PAPERS[kind].gather(store, meeting, **chosen), printed_profile(store, kind, meeting)
    return kind, content, profile, template.data if template else None


def _keep(desk: Desk, kind: str, value: dict[str, str]) -> None:
    if kind not in KINDS:
        raise InvalidInput("kind", "Surat ini tidak mempunyai berkas Word.")
    if desk.store.read_only:
        raise ReadOnlyPlace("Data ini hanya dapat dibaca.", "Buka datanya tanpa mode baca, lalu coba lagi.")
    kept_choices.keep(desk.store, _place(kind), value)


def _place(kind: str) -> str:
    return f"word-template:{kind}"
