"""Start Rakor: the window, or a command of the console."""

from __future__ import annotations

import sys

from desktop.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
