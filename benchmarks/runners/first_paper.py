"""One paper in a process that has just begun: what it costs with all it has to load.

first_paper.py minutes|attendance_sheet FILE    ours, of a pickled request as the worker gets it
first_paper.py typst FILE                       the peer, of values as JSON
"""

import sys
from pathlib import Path

paper, request = sys.argv[1:]
file = Path(request).read_bytes()
if paper == "typst":
    import json

    from benchmarks.peers import minutes_typst

    values, logo = json.loads(file)
    made = minutes_typst.render(values, bytes(logo))
else:
    import pickle
    from importlib import import_module

    arguments = pickle.loads(file)
    made = import_module(f"desktop.documents.{paper}").render(*arguments)
assert made.startswith(b"%PDF")

from benchmarks.runners import tell  # noqa: E402 - not before the paper is made

tell.cost()
