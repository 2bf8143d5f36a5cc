"""Kendala: what is told between meetings, and how each region is on a day."""
