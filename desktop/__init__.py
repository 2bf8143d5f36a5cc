"""Rakor: the coordination meetings of a regional office, kept offline."""

__version__ = "0.1.0"
