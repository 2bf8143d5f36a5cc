"""What a Word file says, as plain values: parts of a text, and what stands for the marks of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one kind of type."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `label` ("1.", "a.") hangs before it. Indents in centimetres, `before` in points, `size` too.

    `keeps` holds it on the page of what follows; `size` 0 is the size of the paper.
    """

    spans: tuple[Span, ...]
    label: str = ""
    indent: float = 0.0
    hang: float = 0.0
    align: Align = "left"
    before: float = 0.0
    size: float = 0.0
    keeps: bool = False

    @property
    def text(self) -> str:
        """Its words alone."""
        words = "".join(span.text for span in self.spans)
        return f"{self.label} {words}" if self.label else words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with lines: titles and shares of the width, rows of cells. Its head repeats, its rows stay whole."""

    titles: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Fact:
    """One line "label : value"; `values` None leaves dots, `numbers` puts 1., 2. … before several."""

    label: str
    values: tuple[str, ...] | None
    level: int = 0
    numbers: bool = False
    colon: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines "label : value" below one another, without lines around."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """One column of signatures: what stands above the room for pen and stamp, the name, what stands below."""

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Place and date, and one signer at the right or two beside each other."""

    dated: str
    signers: tuple[Signer, ...]


Block = Para | Grid | Facts | Signatures


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks on pages of their own."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a built file looks: millimetres for the paper, points for letters; `head` is (text, level 1-3)."""

    head: tuple[tuple[str, int], ...] = ()
    logo: bytes | None = None
    double_rule: bool = True
    paper: tuple[float, float] = (210.0, 297.0)
    margins: tuple[float, float, float, float] = (20.0, 20.0, 25.0, 30.0)
    font: str = "Arial"
    size: float = 11.0
    page_numbers: bool = True


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A paper for Word: `marks` and `blocks` fill a template, `parts` are the whole paper without one.

    `status` ("Salinan kerja") stands at the head of every page where it is not empty.
    """

    title: str
    parts: tuple[Part, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    status: str = ""
    look: Look = Look()
