"""Rekap Wilayah: sizes and readiness of working areas and the province."""
