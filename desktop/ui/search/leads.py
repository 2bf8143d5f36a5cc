"""Where a hit of a search leads: a page of the window, and in it the very line."""

from __future__ import annotations

from uuid import UUID

from desktop.models.queries.search_hits import Hit

Lead = tuple[str, dict[str, object]]
"""A page's key and what its `open` is given."""

_LETTERS = {"undangan": "invitation", "nota_dinas": "nota-dinas", "laporan": "report"}
"""The paper each kind of letter is printed as."""

ICONS = {
    "meeting": "calendar-days",
    "statement": "pencil",
    "commitment": "list-checks",
    "issue": "message-square-text",
    "readiness": "clipboard-check",
    "person": "user",
    "institution": "building-2",
    "paper": "file-text",
}
"""The sign of each kind of hit."""


def lead_of(hit: Hit) -> Lead:
    """Where the line is that was found."""
    meeting = hit.leads.get("meeting")
    if hit.table == "statement":
        return "meetings", {"meeting": meeting, "tab": "capture", "line": hit.id}
    if hit.table == "letter":
        return "meetings", {"meeting": meeting, "tab": "minutes", "paper": _LETTERS[hit.kind]}
    if hit.table == "attachment":
        return _lead_of_file(hit, meeting)
    if hit.table == "issued_paper":
        return "reports", {"tab": "register", "paper": hit.id}
    if hit.group == "readiness":
        return "readiness", dict(hit.leads)
    page = {"meeting": "meetings", "commitment": "commitments", "issue": "issues"}.get(hit.group, "directory")
    return page, {hit.group: hit.leads[hit.group]}


def _lead_of_file(hit: Hit, meeting: UUID | None) -> Lead:
    if meeting is not None:
        return "meetings", {"meeting": meeting, "tab": "minutes", "paper": "photos", "file": hit.id}
    for name, page in (("commitment", "commitments"), ("issue", "issues")):
        if name in hit.leads:
            return page, {name: hit.leads[name]}
    return "readiness", dict(hit.leads)
