"""How words get onto a page: fonts, measuring, wrapping, strips, tables, pages; no paper in particular."""
