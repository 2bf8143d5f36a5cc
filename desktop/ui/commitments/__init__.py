"""Tindak Lanjut: the register, and the one form a follow-up is written and changed in."""
