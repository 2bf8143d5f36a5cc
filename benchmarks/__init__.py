"""How fast Rakor is, as ratios to plain references measured in the same breath."""
