"""Perlu arahan pimpinan: what the head is asked, wherever it stands."""
