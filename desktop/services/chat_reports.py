"""What a message of WhatsApp says of a follow-up: proposals from its words, and whether it was noted before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.base.folding import fold
from desktop.base.quantities import Quantity, quantities_in
from desktop.exchange.whatsapp_chat import ChatMessage
from desktop.models.queries.reportable import NotedMessage, noted_messages
from desktop.models.store import Store

_NOT_YET = re.compile(
    r"\b(?:belum|blm|blum|sedang|masih|proses|on progress|menunggu|nunggu|sebagian|kurang|sisanya|menyusul|akan"
    r"|segera|terkendala|kendala|besok)\b"
)
_DONE = re.compile(
    r"\b(?:selesai|tuntas|rampung|beres|lengkap"
    r"|(?:sudah|telah|sdh|udah) (?:kami |kita |semua |seluruhnya )*(?:kirim|kirimkan|serahkan|laksanakan|lakukan"
    r"|terkirim|dikirim|diserahkan|dilaksanakan|dilakukan|diterima|dibagikan|terpasang|dipasang))\b"
)
_BEGUN = re.compile(r"\b(?:sedang|proses|on progress|sebagian|sisanya|menyusul|baru)\b")


def proposed_state(text: str) -> str | None:
    """How far a part may be by the words of a message; None where they say nothing clear. To be confirmed."""
    words = fold(text)
    amount = proposed_amount(text)
    if amount is not None and amount.share is not None and amount.amount:
        if amount.share < 1:
            return "proses"
        return None if _NOT_YET.search(words) else "selesai_laporan"
    if _NOT_YET.search(words):
        return "proses" if _BEGUN.search(words) else None
    return "selesai_laporan" if _DONE.search(words) else None


def proposed_amount(text: str) -> Quantity | None:
    """How much of how much a message tells of; None where that is nothing, or several things. To be confirmed."""
    found = list(dict.fromkeys(quantities_in(text)))
    return found[0] if len(found) == 1 else None


def noted_before(store: Store, messages: Sequence[ChatMessage]) -> dict[ChatMessage, NotedMessage]:
    """The messages that were noted already: of the same minute, and in the same words or from the same sender."""
    days = [one.day for one in messages if one.day is not None]
    if not days:
        return {}
    noted: dict[object, list[NotedMessage]] = {}
    for one in noted_messages(store, min(days), max(days)):
        noted.setdefault((one.day, one.clock), []).append(one)
    found = ((one, _same(one, noted.get((one.day, one.clock), ()))) for one in messages)
    return {one: same for one, same in found if same is not None}


def _same(message: ChatMessage, noted: Iterable[NotedMessage]) -> NotedMessage | None:
    words, sender = fold(message.text), _telling(message.sender)
    for one in noted:
        note = fold(one.note or "")
        if (note and words and (note in words or words in note)) or sender & _telling(one.reporter or ""):
            return one
    return None


def _telling(name: str) -> set[str]:
    """The words of a name, or the digits of a number, that tell it from others."""
    return {word for word in fold(name).split() if len(word) > 3}
