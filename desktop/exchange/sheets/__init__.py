"""Tables from outside: Excel, LibreOffice, CSV, and a block copied from a spreadsheet, as rows of plain text.

`read_table` runs in the worker process, which bounds its time and memory; everything it returns is text a person
would read in the cell. Nothing in a file is ever executed or followed.
"""

from desktop.exchange.sheets.delimited import read_clipboard
from desktop.exchange.sheets.header import Column, Header, body, find_header
from desktop.exchange.sheets.reading import read_table
from desktop.exchange.sheets.shapes import Row, Sheet, Table, UnreadableTable

__all__ = [
    "Column", "Header", "Row", "Sheet", "Table", "UnreadableTable", "body", "find_header", "read_clipboard",
    "read_table",
]  # fmt: skip
