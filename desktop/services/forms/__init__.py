"""Outgoing forms: made for an institution, taken back with a verdict on each row, and kept as reports."""
