"""The pages of a foreign file, not deeper and not more than a paper has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_MOST_PAGES = 2_000
_DEEPEST = 20


def pages_of(node: Any, depth: int = 0) -> Iterator[Any]:
    """The pages under a node of the page tree, in their order."""
    if "/Kids" not in node or depth > _DEEPEST:
        yield node
        return
    count = 0
    for kid in node["/Kids"]:
        for page in pages_of(kid.get_object(), depth + 1):
            count += 1
            if count > _MOST_PAGES:
                return
            yield page


def part_of(page: Any, key: str) -> Any:
    """A part of a page itself, not where it lies; None where there is none."""
    return page[key].get_object() if key in page else None


def content_of(page: Any) -> bytes:
    """What is drawn on a page, as its operators."""
    content = part_of(page, "/Contents")
    if content is None:
        return b""
    parts = [one.get_object() for one in content] if isinstance(content, list) else [content]
    return b"\n".join(part.data for part in parts)
