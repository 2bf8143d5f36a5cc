"""Formulir: made for institutions, taken back with a verdict on each row, and found again in a list."""
