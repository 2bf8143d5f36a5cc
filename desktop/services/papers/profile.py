"""How the office's papers look, and who signs them, from its profile and directory."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from desktop.documents import content as paper
from desktop.models.queries.own_office import profile_id
from desktop.models.queries.records import fields_of
from desktop.models.store import Store

_NUMBER_KINDS = {"nip": "NIP", "nrp": "NRP"}


def paper_profile(store: Store, meeting: UUID | None = None) -> paper.OfficeProfile:
    """The profile a paper is printed with: that chosen for the meeting, else the office's first."""
    chosen = fields_of(store, "meeting", meeting)["profile_id"] if meeting else None
    profile = chosen or profile_id(store)
    return paper.OfficeProfile() if profile is None else as_printed(store, profile)


def as_printed(store: Store, profile: UUID) -> paper.OfficeProfile:
    """One profile of the office as the papers take it."""
    values = fields_of(store, "office_profile", profile).values
    return paper.OfficeProfile(
        letterhead=tuple(
            paper.LetterheadLine(text, level=1 if n == 0 else 2 if n == 1 else 3)
            for n, text in enumerate(values["letterhead"])
        ),
        logo=values["logo"],
        paper=values["paper"],
        margins=paper.Margins(**values["margins"]),
        font=values["font"],
        font_size=values["font_size"],
        title=values["title_word"],
        city=values["city"],
        sign_columns=values["sign_columns"],
        letterhead_rule=values["letterhead_rule"],
        decisions_label=values["decisions_label"],
        numbers_at=values["page_numbers"],
        names_until=values["names_until"],
        fit_pages=values["fit_pages"],
        sign_numbers=bool(values["sign_numbers"]),
        proof=bool(values["proof"]),
        sign_fields=bool(values["sign_fields"]),
    )


def person_signatory(store: Store, person: UUID | None, role: str, *, name: str | None = None) -> paper.Signatory:
    """Somebody who signs, with rank and number as far as they are known."""
    if person is None:
        return paper.Signatory(role=role, name=name)
    values = fields_of(store, "person", person).values
    return paper.Signatory(
        role=role,
        name=name or values["name"],
        rank=values["rank"] or "",
        number_kind=_NUMBER_KINDS.get(values["identity_kind"]),  # type: ignore[arg-type]
        number=values["identity_number"],
    )


def head_signatory(store: Store, chosen: UUID | None = None) -> paper.Signatory:
    """The head of the office as a profile has him sign: acting, on behalf of somebody, or delegated.

    `chosen` is the profile, the office's first where it is None; a name nobody filled in leaves dots.
    """
    profile = chosen or profile_id(store)
    if profile is None:
        return paper.Signatory()
    values = fields_of(store, "office_profile", profile).values
    return replace(
        person_signatory(store, values["head_person_id"], ""),
        position=values["head_title"],
        acting=values["head_acting"],
        on_behalf=values["on_behalf"],
        delegated_by=values["delegated_by"],
    )
