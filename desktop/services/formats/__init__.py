"""What a meeting becomes in other formats than PDF: calendar, messages, Word, a folder with all of it."""
