"""Files that belong to something: taken in, listed, described, opened as copies nobody can change."""
