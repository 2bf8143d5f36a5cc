"""Daftar Periksa: what a topic's checklist asks, its versions, and dates of single regions."""
