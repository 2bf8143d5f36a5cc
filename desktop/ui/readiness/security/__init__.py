"""Pengamanan: the security picture of a topic, classified Terbatas."""
