"""What leaves a list on screen as a file."""
