"""Forms on their way out and back: Excel files an institution fills in, also on a phone.

A form is known by its marks, which are words in plain cells: the code in its first line, and the code with a
number at the end of each row. They survive renaming, sorting, inserted rows and columns, and being saved by any
program; what programs drop (hidden sheets, protection, styles) carries nothing.
"""

from desktop.exchange.forms.shapes import Answer, FormRow, FormSheet, Returned, ReturnedRow, row_mark

__all__ = ["Answer", "FormRow", "FormSheet", "Returned", "ReturnedRow", "row_mark"]
