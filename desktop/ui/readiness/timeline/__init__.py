"""Tahapan: the stages of a topic on a scale of days, with its review points and its day."""
