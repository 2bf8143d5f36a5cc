"""How large a template may be, for those who read it before anybody looks into it."""

MOST_BYTES = 5_000_000
