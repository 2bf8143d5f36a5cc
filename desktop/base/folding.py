"""Text as search and order see it: no capitals, no accents, no apostrophes, one space between words.

What is folded is stored (`search_text`, `sort_key`), so that SQLite and PostgreSQL, Windows and Linux find
and order the same; a change of these rules needs a migration that folds everything again.
"""

from __future__ import annotations

import re
import unicodedata

# Mu'awanah, Mu’awanah and muawanah are one name; so are Jum`at and Jumat.
_APOSTROPHES = "'‘’‚‛`´ʹʻʼʽʾʿˈˊˋ′‵＇｀՚"
# Letters that Unicode does not take apart.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "e",
    "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o", "ŀ": "l", "ƒ": "f",
}  # fmt: skip
_REPLACED = str.maketrans(_LETTERS | dict.fromkeys(_APOSTROPHES, ""))
_ASCII_REPLACED = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum()} | {"'": "", "`": ""}
)
_DIGITS = re.compile(r"\d+", re.ASCII)
_DIGIT_WIDTH = 12


def fold(text: str) -> str:
    """The searchable form of a text; folding it again changes nothing."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_REPLACED).split())
    apart = unicodedata.normalize("NFKD", text.translate(_REPLACED))
    # Case folding can bring accents back and taking apart can bring capitals back: once more settles both.
    apart = unicodedata.normalize("NFKD", apart.casefold()).casefold().translate(_REPLACED)
    return " ".join("".join(map(_searchable, apart)).split())


def sort_key(text: str) -> str:
    """The form that orders names as people do: Kodim 2 before Kodim 10; compared byte by byte."""
    return _DIGITS.sub(lambda run: run[0].lstrip("0").zfill(_DIGIT_WIDTH), fold(text))


def _searchable(char: str) -> str:
    """The character itself if it is part of a word, nothing if it only marks a letter, else a space."""
    if unicodedata.combining(char):
        return ""
    if char.isascii():
        return char if char.isalnum() else " "
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(char)
    if kind == "Cf":  # soft hyphens, joiners and direction marks pasted from Word and WhatsApp
        return ""
    return char if kind[0] in "LNM" else " "
