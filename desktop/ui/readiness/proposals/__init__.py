"""What finished follow-ups propose to bring up to date, wherever it is asked."""
