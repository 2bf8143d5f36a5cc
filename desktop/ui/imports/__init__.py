"""Lists from Excel, LibreOffice, CSV or the clipboard: what becomes of each row is seen before it is kept."""
