"""Isi Laporan: many reports entered one after another, by region, by item or by institution."""
