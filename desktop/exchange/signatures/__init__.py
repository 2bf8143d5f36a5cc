"""Electronic signatures in a PDF from outside: who signed, when, and whether anything changed since.

Nothing here is asked of the internet and no root certificate is kept: that a certificate belongs to whom it names
is not judged. Reading needs the extra `sign` (pyHanko), which `reading` alone imports.
"""
