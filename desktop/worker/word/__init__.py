"""Papers as Word files: how `documents` words them and how `exchange` writes them come together here."""
