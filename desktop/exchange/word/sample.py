"""A template to begin with: every mark once, in the shape of the paper, and a page that explains them."""

from __future__ import annotations

from desktop.exchange.word.marks import MARKS
from desktop.exchange.word.shapes import Block, Fact, Facts, Grid, Para, Part, Span, WordPaper

_HELP = (
    "Halaman ini keterangan; hapus sebelum templat dipakai. Tulis nama tanda di antara dua pasang kurung siku. "
    "Tanda yang menjadi tabel atau beberapa alinea ditulis sendirian dalam satu alinea. Bidang SRIKANDI yang "
    "ditulis ${…} dibiarkan apa adanya."
)


def sample_paper(kind: str) -> WordPaper:
    """The sample for one kind of paper: `minutes`, `invitation` or `nota-dinas`."""
    meaning = Grid(("Tanda", "Diganti dengan"), (35.0, 65.0), MARKS[kind], size=9.0)
    help_page = Part((_line("Tanda untuk templat ini", bold=True), _line(_HELP), Para(()), meaning))
    return WordPaper(f"Templat {kind}", (Part(_BODIES[kind]), help_page))


def _line(text: str, *, bold: bool = False, align: str = "left") -> Para:
    return Para((Span(text, bold=bold),), align=align, before=4)  # type: ignore[arg-type]


def _alone(*names: str) -> list[Block]:
    return [Para((Span(f"[[{name}]]"),), before=4) for name in names]


def _facts(*rows: tuple[str, str]) -> Facts:
    return Facts(tuple(Fact(label, (words,)) for label, words in rows))


_BODIES: dict[str, tuple[Block, ...]] = {
    "minutes": (
        _line("[[status]]", align="right"),
        _line("[[judul_naskah]]", bold=True, align="center"),
        _line("Nomor: ${nomor_naskah}", align="center"),
        _line("[[perbaikan]]", align="center"),
        *_alone("data_rapat"),
        _line("1. Kata Pembukaan", bold=True),
        *_alone("pembukaan"),
        _line("2. Pembahasan", bold=True),
        *_alone("tindak_lanjut_sebelumnya", "pembahasan"),
        _line("3. Kesimpulan/Keputusan", bold=True),
        *_alone("kesimpulan"),
        _line("4. Penutup", bold=True),
        *_alone("penutup", "tanda_tangan"),
        _line("${ttd_pengirim}", align="right"),
        _line("Lampiran: daftar hadir", bold=True),
        *_alone("daftar_hadir"),
        _line("Lampiran: matriks tindak lanjut", bold=True),
        *_alone("matriks_tindak_lanjut"),
        _line("Lampiran: tindak lanjut yang selesai sejak rapat lalu", bold=True),
        *_alone("selesai_sejak_rapat_lalu"),
    ),
    "invitation": (
        _line("[[kota]], ${tanggal_naskah}", align="right"),
        _facts(
            ("Nomor", "${nomor_naskah}"), ("Sifat", "[[sifat]]"), ("Lampiran", "[[lampiran]]"), ("Hal", "[[hal]]")
        ),
        *_alone("kepada", "pembuka", "data_rapat", "isi", "penutup", "tanda_tangan"),
        _line("${ttd_pengirim}", align="right"),
        *_alone("catatan", "tembusan", "daftar_undangan", "susunan_acara"),
    ),
    "nota-dinas": (
        _line("NOTA DINAS", bold=True, align="center"),
        _facts(
            ("Kepada Yth.", "[[kepada]]"), ("Dari", "[[dari]]"), ("Tanggal", "${tanggal_naskah}"),
            ("Nomor", "${nomor_naskah}"), ("Sifat", "[[sifat]]"), ("Lampiran", "[[lampiran]]"), ("Hal", "[[hal]]"),
        ),
        *_alone("pembuka"),
        _line("1. Dasar", bold=True),
        *_alone("dasar"),
        _line("2. Pelaksanaan", bold=True),
        *_alone("data_rapat", "isi"),
        _line("3. Kehadiran", bold=True),
        *_alone("kehadiran"),
        _line("4. Hasil", bold=True),
        *_alone("kesimpulan", "tindak_lanjut"),
        _line("5. Saran", bold=True),
        *_alone("saran", "penutup", "tanda_tangan"),
        _line("${ttd_pengirim}", align="right"),
        *_alone("tembusan"),
    ),
}  # fmt: skip
