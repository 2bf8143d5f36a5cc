"""Daftar periksa: its versions, what they ask, dates of single regions, and the list as an Excel file."""
