"""Beranda: what a head of office should know in five minutes."""
