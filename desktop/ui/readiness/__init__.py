"""Kesiapan: how ready each region is, and what is behind it."""
