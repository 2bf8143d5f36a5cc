"""Lists as Excel workbooks: what a sheet says, and the bytes of the file."""

from desktop.exchange.workbook.shapes import Cell, SheetColumn, SheetHead, packed, unpacked

__all__ = ["Cell", "SheetColumn", "SheetHead", "packed", "unpacked"]
