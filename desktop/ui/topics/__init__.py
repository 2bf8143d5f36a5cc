"""Topik Koordinasi: which topics there are, and how one is closed."""
