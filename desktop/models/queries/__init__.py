"""What screens and papers ask: one or two statements each, compiled once; they never write."""
