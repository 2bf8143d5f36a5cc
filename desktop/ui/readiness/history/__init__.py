"""Perkembangan: positions kept, then and now side by side, and how each region went."""
