"""Laporan: what the office knows over a time, as papers and lists."""
