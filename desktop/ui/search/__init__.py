"""Cari (Ctrl+K): one box for everything: what was written, people and papers, and the program's own deeds."""
