"""Makes forms: each gets its code and is kept before its file is written, so that none is out unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.clock import here, now_utc, today
from desktop.base.dates import long_date, medium_date
from desktop.base.errors import InvalidInput, NotFound
from desktop.base.places import safe_file_name
from desktop.base.proof_code import code_of
from desktop.exchange.chat_text import FormChat, form_text
from desktop.exchange.forms import FormSheet
from desktop.models.identity import new_id
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.attendance import office_words
from desktop.models.queries.form_rows import leader_of
from desktop.models.queries.forms import FormRecord, form_of
from desktop.models.queries.own_office import office_name
from desktop.models.store import Store
from desktop.models.tables import OutgoingForm
from desktop.services.desk import Desk
from desktop.services.forms.asking import Recipient
from desktop.services.forms.content import FormContent, form_sheet


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form ready to be written: the name of its file, and what stands in it."""

    id: UUID
    file_name: str
    sheet: FormSheet


@dataclass(frozen=True, slots=True)
class Prepared:
    """A form with its code, not kept yet."""

    form: MadeForm
    content: FormContent
    recipient: Recipient


def prepare_forms(
    store: Store, recipients: Sequence[Recipient], *, wanted_by: date | None = None, first_only: bool = False
) -> list[Prepared]:
    """The forms of these recipients.

    Raises InvalidInput where nobody has anything to answer, and for a day that has passed.
    """
    if wanted_by is not None and wanted_by < today():
        raise InvalidInput("wanted_by", "Batas kembali sudah lewat.", "Tulis hari ini atau sesudahnya.")
    found = []
    lines = _sender(store, today(), wanted_by)
    for one in recipients:
        for content in one.contents(first_only=first_only):
            form = new_id()
            code = code_of("form", form)
            made = MadeForm(form, form_file_name(content, code), form_sheet(content, code, lines))
            found.append(Prepared(made, content, one))
    if not found:
        raise InvalidInput("to", "Belum ada yang dipilih untuk diberi formulir.", "Pilih instansinya.")
    return found


def keep_forms(desk: Desk, prepared: Sequence[Prepared], wanted_by: date | None = None) -> ChangeSet:
    """Keep forms that are about to be written; one undo takes all of them back."""
    with writing(desk.store, "form.make", by=desk.user) as write:
        for one in prepared:
            to = one.recipient
            write.insert(
                OutgoingForm, one.form.id, kind=to.kind, institution_id=to.institution_id, region_id=to.region_id,
                topic_id=to.topic_id, code=one.form.sheet.code, made_at=now_utc(), made_by=desk.user,
                wanted_by=wanted_by, content=one.content.as_json(),
            )  # fmt: skip
        return write.finish()


def make_forms(
    desk: Desk, recipients: Sequence[Recipient], *, wanted_by: date | None = None, first_only: bool = False
) -> tuple[list[MadeForm], ChangeSet]:
    """Prepare and keep the forms of these recipients at once."""
    prepared = prepare_forms(desk.store, recipients, wanted_by=wanted_by, first_only=first_only)
    changes = keep_forms(desk, prepared, wanted_by)
    return [one.form for one in prepared], changes


def made_again(store: Store, form: UUID) -> MadeForm:
    """A form that went out, to be sent once more: the same code, the same rows."""
    record = _record(store, form)
    content = FormContent.from_json(record.content)
    lines = _sender(store, here(record.made_at).date(), record.wanted_by)
    return MadeForm(record.id, form_file_name(content, record.code), form_sheet(content, record.code, lines))


def delete_forms(desk: Desk, forms: Sequence[UUID]) -> ChangeSet:
    """Take forms away that were made by mistake; refused for one that came back."""
    with writing(desk.store, "form.delete", by=desk.user) as write:
        for one in forms:
            if _record(desk.store, one).returned_at is not None:
                raise InvalidInput(
                    "form", "Formulir ini sudah kembali, jadi tidak dihapus.", "Urungkan dulu penerimaannya."
                )
            write.delete(OutgoingForm, one)
        return write.finish()


def form_chat(store: Store, forms: Sequence[UUID]) -> str:
    """The message that goes with the forms of one addressee."""
    records = [_record(store, one) for one in forms]
    contents = [FormContent.from_json(one.content) for one in records]
    first = records[0]
    return form_text(
        FormChat(
            to=addressed(store, first),
            titles=tuple(one.title for one in contents),
            rows=sum(len(one.rows) for one in contents),
            wanted=long_date(first.wanted_by) if first.wanted_by else "",
            lines=tuple(dict.fromkeys(line for one in contents for line in one.lines)),
            office=office_name(store),
        )
    )


def addressed(store: Store, record: FormRecord) -> str:
    """The leader of the institution the form goes to, or its words."""
    known = leader_of(store, record.institution_id) if record.institution_id else None
    if known is None:
        return str(record.content["to"])
    name, title = known
    return office_words(title, name, leads=True) if title else name


def form_file_name(content: FormContent, code: str) -> str:
    """`Formulir-Tindak-Lanjut_KPU-Kabupaten-Tuban_F7K2.xlsx`; the code keeps those of one day apart."""
    return safe_file_name(content.title, content.to, code.split("-")[0], suffix=".xlsx")


def _sender(store: Store, sent: date, wanted_by: date | None) -> tuple[str, ...]:
    """Who sends the form and when, and by when it is wanted back."""
    lines = [f"Dari {office_name(store)}, {medium_date(sent)}."]
    if wanted_by is not None:
        lines.append(f"Mohon dikirim kembali paling lambat {long_date(wanted_by)}.")
    return tuple(lines)


def _record(store: Store, form: UUID) -> FormRecord:
    record = form_of(store, form)
    if record is None:
        raise NotFound("Formulir ini sudah dihapus.", "Muat ulang halaman ini.")
    return record
